import { createHash } from 'node:crypto'

/** Of the public half of a recovery key, to be compared by eye: eight groups of five digits. */
export function recoveryFingerprint(publicKey: Uint8Array): string {
  const hash = createHash('sha512').update('prongsai recovery v1|').update(publicKey).digest()
  return Array.from({ length: 8 }, (_, at) =>
    String(hash.readUIntBE(at * 5, 5) % 100_000).padStart(5, '0'),
  ).join(' ')
}
