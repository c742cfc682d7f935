import { bufferOf, wipe } from './bytes.server.ts'
import { keyBehind, openBody, sealBody } from './items.server.ts'
import { openSealed, randomKey, type SealingPair, sealFor } from './keys.server.ts'
import { paddedLength } from './padding.domain.ts'

/** `sealedDek`: the key for the inner custodian, sealed again for the outer one. */
export type SealedIdentity = Readonly<{ sealedDek: Uint8Array; body: Uint8Array }>

/** Of which case an identity is, and the key of it that lies outside the database. */
export type IdentityPlace = Readonly<{ reportId: string; shredKey: Uint8Array }>

/** Who a reporter is, sealed for two custodians one inside the other: first `outer` opens, then `inner`, and no one alone. */
export function sealIdentity(
  plain: string,
  place: IdentityPlace,
  custodians: Readonly<{ outer: Uint8Array; inner: Uint8Array }>,
): SealedIdentity {
  const dek = randomKey()
  const key = keyBehind(dek, place.shredKey, `identity of ${place.reportId}`)
  const length = Buffer.byteLength(plain)
  const filled = Buffer.alloc(paddedLength(4 + length))
  filled.writeUInt32BE(length)
  filled.write(plain, 4)
  const sealed = {
    sealedDek: sealFor(custodians.outer, sealFor(custodians.inner, dek)),
    body: sealBody(filled, key, aboutIdentity(place)),
  }
  wipe(dek, key, filled)
  return sealed
}

/** The first custodian's half: still sealed for the second. Null with another key. */
export const openOuter = (outer: SealingPair, sealedDek: Uint8Array): Uint8Array | null =>
  openSealed(outer, sealedDek)

/** The second half: sealed anew for the one named reader, so that the key itself is never given out. Null with another key. */
export function openInner(inner: SealingPair, halfOpened: Uint8Array, reader: Uint8Array): Uint8Array | null {
  const dek = openSealed(inner, halfOpened)
  if (!dek) return null
  const released = sealFor(reader, dek)
  wipe(dek)
  return released
}

/** What the named reader reads. Null with another key, or when anything was changed. */
export function openIdentity(
  reader: SealingPair,
  released: Uint8Array,
  { body, ...place }: IdentityPlace & Readonly<{ body: Uint8Array }>,
): string | null {
  const dek = openSealed(reader, released)
  if (!dek) return null
  const key = keyBehind(dek, place.shredKey, `identity of ${place.reportId}`)
  const filled = openBody(body, key, aboutIdentity(place))
  wipe(dek, key)
  if (!filled) return null
  const plain = bufferOf(filled).toString('utf8', 4, 4 + bufferOf(filled).readUInt32BE())
  wipe(filled)
  return plain
}

const aboutIdentity = ({ reportId }: IdentityPlace): Buffer => Buffer.from(`v1|identity|${reportId}`)
