import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wipe } from './bytes.server.ts'
import { type ItemPlace, openItem, sealItem } from './items.server.ts'
import { fingerprintOf, newSealingPair, openSealed, randomKey, sealFor } from './keys.server.ts'
import { paddedLength } from './padding.domain.ts'

const place: ItemPlace = {
  reportId: '0f2b7d0c-6a55-4b7e-9d0a-0d5e6f1a2b3c',
  epoch: 0,
  seq: 1,
  kind: 'reply',
  author: 'recipient',
  authorKeyId: '5c7a1c1e-7f0e-4f7f-8a35-111111111111',
  day: '2026-11-26',
}
const epochPair = newSealingPair()
const shredKey = randomKey()
const seal = (plain: Uint8Array) => sealItem(plain, place, { epochKey: epochPair.publicKey, shredKey })

describe('a sealed item', () => {
  it('opens to what was sealed', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (plain) => {
        expect(openItem(seal(plain), place, { epochPair, shredKey })).toEqual(plain)
      }),
    ))

  it('does not open under another key of an epoch, nor without the key outside the database', () => {
    const sealed = seal(Buffer.from('ความลับ'))
    expect(openItem(sealed, place, { epochPair: newSealingPair(), shredKey })).toBeNull()
    expect(openItem(sealed, place, { epochPair, shredKey: randomKey() })).toBeNull()
  })

  it.each([
    { reportId: '1f2b7d0c-6a55-4b7e-9d0a-0d5e6f1a2b3c' },
    { epoch: 1 },
    { seq: 2 },
    { kind: 'note' as const },
    { author: 'custodian' as const },
    { authorKeyId: null },
    { day: '2026-11-27' },
  ])('does not open at another place: %j', (other) => {
    expect(openItem(seal(Buffer.from('x')), { ...place, ...other }, { epochPair, shredKey })).toBeNull()
  })

  it('does not open when any bit was changed, or bytes are missing', () => {
    const sealed = seal(Buffer.from('x'))
    fc.assert(
      fc.property(fc.nat(sealed.body.byteLength - 1), fc.nat(7), (at, bit) => {
        const body = Uint8Array.from(sealed.body)
        body[at] = Number(body[at]) ^ (1 << bit)
        expect(openItem({ ...sealed, body }, place, { epochPair, shredKey })).toBeNull()
        expect(
          openItem({ ...sealed, body: sealed.body.subarray(0, at) }, place, { epochPair, shredKey }),
        ).toBeNull()
      }),
    )
    fc.assert(
      fc.property(fc.nat(sealed.sealedDek.byteLength - 1), (at) => {
        const sealedDek = Uint8Array.from(sealed.sealedDek)
        sealedDek[at] = Number(sealedDek[at]) ^ 1
        expect(openItem({ ...sealed, sealedDek }, place, { epochPair, shredKey })).toBeNull()
      }),
    )
  })

  it('is as long for one word as for a page', () => {
    expect(seal(Buffer.from('ก')).body.byteLength).toBe(seal(Buffer.alloc(1000)).body.byteLength)
  })
})

describe('the padded length', () => {
  it('is at least 1 KiB, never shorter, at most 12 % more, and grows with the length', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (length) => {
        const padded = paddedLength(length)
        expect(padded).toBeGreaterThanOrEqual(Math.max(length, 1024))
        if (length > 1024) expect(padded).toBeLessThanOrEqual(length * 1.12)
        expect(paddedLength(padded)).toBe(padded)
        expect(paddedLength(length + 1)).toBeGreaterThanOrEqual(padded)
      }),
    ))

  it('leaves few lengths to tell apart', () => {
    const lengths = new Set(Array.from({ length: 100_000 }, (_, length) => paddedLength(length)))
    expect(lengths.size).toBeLessThan(120)
  })
})

describe('the keys of a holder', () => {
  it('open what was sealed for them, and nobody else does', () => {
    const [mine, theirs] = [newSealingPair(), newSealingPair()]
    const sealed = sealFor(mine.publicKey, Buffer.from('grant'))
    expect(openSealed(mine, sealed)).toEqual(Buffer.from('grant'))
    expect(openSealed(theirs, sealed)).toBeNull()
    expect(openSealed(mine, sealed.subarray(1))).toBeNull()
    expect(openSealed(mine, new Uint8Array(3))).toBeNull()
  })

  it('have a fingerprint of eight groups of five digits, another for every key', () => {
    const [one, other] = [randomKey(), randomKey()]
    const print = fingerprintOf({ sealing: one, signing: other })
    expect(print).toMatch(/^\d{5}( \d{5}){7}$/)
    expect(fingerprintOf({ sealing: other, signing: one })).not.toBe(print)
    expect(fingerprintOf({ sealing: one, signing: other })).toBe(print)
  })

  it('are zeros once they are wiped', () => {
    const key = randomKey()
    wipe(key)
    expect([...key].every((byte) => byte === 0)).toBe(true)
  })
})
