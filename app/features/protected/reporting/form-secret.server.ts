import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

const LIFETIME_MS = 2 * 3_600_000
const SECRET_BYTES = 32
const TIME_BYTES = 6
const MAC_BYTES = 32

/** What a form carries: 256 random bits, from which its receipt derives, and until when it is good; no program keeps it. */
export type FormSecrets = Readonly<{
  issue: () => string
  /** Null for what this installation never gave. */
  read: (written: string) => Readonly<{ secret: Uint8Array; isExpired: boolean }> | null
  /** The 32 bytes that the receipt of a form derives from: the same form, the same receipt. */
  receiptSeed: (secret: Uint8Array) => Uint8Array
}>

/** Secrets of forms hold after a restart, too: what proves them derives from the pepper. */
export function createFormSecrets(pepper: Uint8Array, now: () => Date): FormSecrets {
  const derive = (secret: Uint8Array, purpose: string) =>
    new Uint8Array(hkdfSync('sha256', secret, pepper, `prongsai protected ${purpose} v1`, SECRET_BYTES))
  const proving = derive(pepper, 'form')
  const prove = (bytes: Uint8Array) => createHmac('sha256', proving).update(bytes).digest()
  return {
    issue: () => {
      const until = Buffer.alloc(TIME_BYTES)
      until.writeUIntBE(now().getTime() + LIFETIME_MS, 0, TIME_BYTES)
      const said = Buffer.concat([randomBytes(SECRET_BYTES), until])
      return Buffer.concat([said, prove(said)]).toString('base64url')
    },
    read: (written) => {
      const bytes = Buffer.from(written, 'base64url')
      if (bytes.length !== SECRET_BYTES + TIME_BYTES + MAC_BYTES) return null
      const said = bytes.subarray(0, SECRET_BYTES + TIME_BYTES)
      if (!timingSafeEqual(prove(said), bytes.subarray(said.length))) return null
      const until = said.readUIntBE(SECRET_BYTES, TIME_BYTES)
      return { secret: new Uint8Array(said.subarray(0, SECRET_BYTES)), isExpired: now().getTime() > until }
    },
    receiptSeed: (secret) => derive(secret, 'receipt'),
  }
}
