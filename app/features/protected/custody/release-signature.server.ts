import { createHash } from 'node:crypto'

/** What a custodian signs: which release, for whose key, and the sealed bytes that leave his hands. */
export const releaseText = (
  step: 'outer' | 'inner',
  { id, reader, sealed }: Readonly<{ id: string; reader: string; sealed: Uint8Array }>,
): Buffer =>
  Buffer.from(
    `prongsai release v1|${step}|${id}|${reader}|${createHash('sha256').update(sealed).digest('hex')}`,
  )
