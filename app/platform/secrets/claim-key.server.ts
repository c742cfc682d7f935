import sodium from 'sodium-native'

/** X25519, 32 bytes each: what is sealed for `publicKey` opens with the pair. */
export type ClaimKeyPair = Readonly<{ publicKey: Uint8Array; secretKey: Uint8Array }>

const COST = { passes: 3, memory: 64 * 1024 * 1024 }
const SALT_BYTES = 16

/**
 * The key pair that belongs to the secret of a follow-up: the same from the same secret and salt (16 bytes). By Argon2id, off
 * the main thread, so that the public key helps little to guess the secret. Keep the public key and the salt, never the rest.
 */
export async function claimKeyPairOf(
  secret: string,
  salt: Uint8Array,
  cost: Readonly<{ passes: number; memory: number }> = COST,
): Promise<ClaimKeyPair> {
  if (salt.byteLength !== SALT_BYTES) throw new Error(`a salt has ${SALT_BYTES} bytes`)
  const seed = Buffer.alloc(sodium.crypto_box_SEEDBYTES)
  await new Promise<void>((done, fail) =>
    sodium.crypto_pwhash_async(
      seed,
      Buffer.from(secret),
      Buffer.from(salt),
      cost.passes,
      cost.memory,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
      (error) => (error ? fail(error) : done()),
    ),
  )
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES)
  const secretKey = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES)
  sodium.crypto_box_seed_keypair(publicKey, secretKey, seed)
  sodium.sodium_memzero(seed)
  return { publicKey, secretKey }
}
