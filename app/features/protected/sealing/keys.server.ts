import sodium from 'sodium-native'
import { bufferOf } from './bytes.server.ts'

/** X25519: what is sealed for `publicKey` opens with the pair. 32 bytes each. */
export type SealingPair = Readonly<{ publicKey: Uint8Array; secretKey: Uint8Array }>
/** Ed25519; `seed` of 32 bytes makes the pair again, `secretKey` has 64. */
export type SigningPair = Readonly<{ publicKey: Uint8Array; secretKey: Uint8Array; seed: Uint8Array }>

const KEY_BYTES = 32
const FINGERPRINT_GROUPS = 8
const FINGERPRINT_GROUP_BYTES = 5

/** 32 random bytes. */
export function randomKey(): Uint8Array {
  return randomBytesOf(KEY_BYTES)
}

export function randomBytesOf(length: number): Uint8Array {
  const bytes = Buffer.alloc(length)
  sodium.randombytes_buf(bytes)
  return bytes
}

export function newSealingPair(): SealingPair {
  const [publicKey, secretKey] = [Buffer.alloc(KEY_BYTES), Buffer.alloc(KEY_BYTES)]
  sodium.crypto_box_keypair(publicKey, secretKey)
  return { publicKey, secretKey }
}

/** The pair of a private key that was kept. */
export function sealingPairOf(secretKey: Uint8Array): SealingPair {
  const publicKey = Buffer.alloc(KEY_BYTES)
  sodium.crypto_scalarmult_base(publicKey, bufferOf(secretKey))
  return { publicKey, secretKey }
}

export const newSigningPair = (): SigningPair => signingPairOf(randomKey())

export function signingPairOf(seed: Uint8Array): SigningPair {
  const publicKey = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES)
  const secretKey = Buffer.alloc(sodium.crypto_sign_SECRETKEYBYTES)
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, bufferOf(seed))
  return { publicKey, secretKey, seed }
}

/** `crypto_box_seal`: nobody but who holds the private key can open it, who sealed it cannot either. */
export function sealFor(publicKey: Uint8Array, plain: Uint8Array): Uint8Array {
  const sealed = Buffer.alloc(plain.byteLength + sodium.crypto_box_SEALBYTES)
  sodium.crypto_box_seal(sealed, bufferOf(plain), bufferOf(publicKey))
  return sealed
}

/** Null when it was sealed for another key, or changed. */
export function openSealed(pair: SealingPair, sealed: Uint8Array): Uint8Array | null {
  const length = sealed.byteLength - sodium.crypto_box_SEALBYTES
  if (length < 0) return null
  const plain = Buffer.alloc(length)
  const { publicKey, secretKey } = pair
  return sodium.crypto_box_seal_open(plain, bufferOf(sealed), bufferOf(publicKey), bufferOf(secretKey))
    ? plain
    : null
}

/** 64 bytes of Ed25519 over the message. */
export function signBytes(pair: SigningPair, message: Uint8Array): Uint8Array {
  const signature = Buffer.alloc(sodium.crypto_sign_BYTES)
  sodium.crypto_sign_detached(signature, bufferOf(message), bufferOf(pair.secretKey))
  return signature
}

export const isSignedBy = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  signature.byteLength === sodium.crypto_sign_BYTES &&
  publicKey.byteLength === sodium.crypto_sign_PUBLICKEYBYTES &&
  sodium.crypto_sign_verify_detached(bufferOf(signature), bufferOf(message), bufferOf(publicKey))

/** Of the two public keys of a holder, to be compared by eye or read out: eight groups of five digits, 132 bits. */
export function fingerprintOf(keys: { sealing: Uint8Array; signing: Uint8Array }): string {
  const hash = Buffer.alloc(sodium.crypto_generichash_BYTES_MAX)
  const said = Buffer.concat([Buffer.from('prongsai holder v1'), keys.sealing, keys.signing])
  sodium.crypto_generichash(hash, said)
  return Array.from({ length: FINGERPRINT_GROUPS }, (_, at) =>
    String(hash.readUIntBE(at * FINGERPRINT_GROUP_BYTES, FINGERPRINT_GROUP_BYTES) % 100_000).padStart(5, '0'),
  ).join(' ')
}
