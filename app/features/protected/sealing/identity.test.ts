import { describe, expect, it } from 'vitest'
import { openIdentity, openInner, openOuter, sealIdentity } from './identity.server.ts'
import { newSealingPair, randomKey } from './keys.server.ts'

const [outer, inner, reader, recipient] = Array.from({ length: 4 }, newSealingPair) as [
  ReturnType<typeof newSealingPair>,
  ReturnType<typeof newSealingPair>,
  ReturnType<typeof newSealingPair>,
  ReturnType<typeof newSealingPair>,
]
const place = { reportId: 'a case', shredKey: randomKey() }
const plain = 'นาย ก. โทร. ๐๘๑'
const sealed = sealIdentity(plain, place, { outer: outer.publicKey, inner: inner.publicKey })

describe('an identity', () => {
  it('opens for one named reader when both custodians did their part', () => {
    const half = openOuter(outer, sealed.sealedDek) as Uint8Array
    const released = openInner(inner, half, reader.publicKey) as Uint8Array
    expect(openIdentity(reader, released, { ...place, body: sealed.body })).toBe(plain)
    expect(openIdentity(recipient, released, { ...place, body: sealed.body })).toBeNull()
    expect(openIdentity(outer, released, { ...place, body: sealed.body })).toBeNull()
  })

  it('opens for no custodian alone, whichever comes first', () => {
    expect(openOuter(inner, sealed.sealedDek)).toBeNull()
    expect(openInner(inner, sealed.sealedDek, inner.publicKey)).toBeNull()
    const half = openOuter(outer, sealed.sealedDek) as Uint8Array
    expect(openInner(outer, half, outer.publicKey)).toBeNull()
    expect(openIdentity(outer, half, { ...place, body: sealed.body })).toBeNull()
  })

  it('does not open with the keys of who reads the case', () => {
    expect(openOuter(recipient, sealed.sealedDek)).toBeNull()
    const half = openOuter(outer, sealed.sealedDek) as Uint8Array
    expect(openInner(recipient, half, recipient.publicKey)).toBeNull()
  })

  it('does not open for another case, without the key outside the database, or changed', () => {
    const half = openOuter(outer, sealed.sealedDek) as Uint8Array
    const released = openInner(inner, half, reader.publicKey) as Uint8Array
    const read = (change: object) =>
      openIdentity(reader, released, { ...place, body: sealed.body, ...change })
    expect(read({ reportId: 'another case' })).toBeNull()
    expect(read({ shredKey: randomKey() })).toBeNull()
    const body = Uint8Array.from(sealed.body)
    body[60] = Number(body[60]) ^ 1
    expect(read({ body })).toBeNull()
  })
})
