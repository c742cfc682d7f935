import { hkdfSync } from 'node:crypto'
import sodium from 'sodium-native'

/** The same memory as a Buffer, which is what libsodium's binding asks for. */
export const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Overwrites secrets with zeros: best effort, as a copy made by the engine is out of reach. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) if (secret.byteLength > 0) sodium.sodium_memzero(bufferOf(secret))
}

/** One after another in memory of its own, never in the pool that Buffers share. */
export function joined(...parts: readonly Uint8Array[]): Buffer {
  const whole = Buffer.alloc(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

/** HKDF-SHA-256 (RFC 5869). `purpose` separates one key from another. */
export const hkdf = (key: Uint8Array, salt: Uint8Array, purpose: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `prongsai protected v1 ${purpose}`, length))

/** Whether two byte strings are the same, in constant time for one length. */
export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.byteLength === other.byteLength && sodium.sodium_memcmp(bufferOf(one), bufferOf(other))
