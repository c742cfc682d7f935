import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { KEY_BYTES, keyInFile } from './key-file.server.ts'

/** Seals small secrets that the program itself must read again, so that a copy of the database alone does not show them. */
export type Seal = Readonly<{
  /** `about` names what is sealed: a sealed secret cannot be moved to another place. */
  seal: (secret: string, about: string) => Buffer
  /** Throws when it was sealed with another key or about something else, or was changed. */
  open: (sealed: Uint8Array, about: string) => string
  /** A key of its own for another purpose, 32 bytes, the same for every process with the same key. */
  derive: (purpose: string) => Buffer
}>

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM (NIST SP 800-38D) with a random nonce before the sealed bytes and the tag behind them. */
export function createSeal(key: Buffer): Seal {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', key, '', `prongsai ${purpose}`, KEY_BYTES))
  const sealing = derive('seal')
  return {
    seal: (secret, about) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about))
      return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open: (sealed, about) => {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(-TAG_BYTES))
      return (
        decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      )
    },
    derive,
  }
}

/**
 * The program's key: the one of the settings, else the one in `secret.key` under the data directory, which is made at the
 * first start. Of two processes that make it at once, both use the one that stands.
 */
export function secretKey({
  secretKey: given,
  dataDir,
}: {
  secretKey: string | null
  dataDir: string
}): Buffer {
  if (given !== null) return Buffer.from(given, 'base64')
  mkdirSync(dataDir, { recursive: true })
  return keyInFile(path.join(dataDir, 'secret.key'))
}
