import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const KEY_BYTES = 32
const COUNTER_BYTES = 16

/**
 * Writes a file sealed to another place on the disk, and gives the hash of what lies there and the key: 32 bytes of key and 16
 * of counter. AES-256-CTR: as long as the file, and whole where its hash is right; nobody without the key has anything.
 */
export async function sealToDisk(
  from: string,
  to: string,
): Promise<Readonly<{ sha256: string; contentKey: Buffer }>> {
  const contentKey = randomBytes(KEY_BYTES + COUNTER_BYTES)
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece)
      done(null, piece)
    },
  })
  await pipeline(
    createReadStream(from),
    createCipheriv('aes-256-ctr', ...parts(contentKey)),
    hashing,
    createWriteStream(to, { flags: 'wx', mode: 0o600 }),
  )
  return { sha256: hash.digest('hex'), contentKey }
}

/** What a sealed file holds. */
export function unsealed(sealed: Readable, contentKey: Uint8Array): Readable {
  const opening = createDecipheriv('aes-256-ctr', ...parts(contentKey))
  pipeline(sealed, opening).catch((error) => opening.destroy(error))
  return opening
}

const parts = (contentKey: Uint8Array): [Uint8Array, Uint8Array] => [
  contentKey.subarray(0, KEY_BYTES),
  contentKey.subarray(KEY_BYTES),
]
