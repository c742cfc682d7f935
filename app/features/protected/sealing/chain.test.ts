import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChainedItem, chainHash, chainStart, checkChain, signHash } from './chain.server.ts'
import { type ItemPlace, sealItem } from './items.server.ts'
import { newSealingPair, newSigningPair, randomKey } from './keys.server.ts'

const [reporter, recipient, stranger] = [newSigningPair(), newSigningPair(), newSigningPair()]
const epoch = newSealingPair()
const shredKey = randomKey()
const signerOf = (item: ChainedItem) => (item.author === 'reporter' ? reporter : recipient).publicKey

function aCase(reportId: string, length: number) {
  const start = chainStart({
    agencyId: 'b4f8f5f0-0000-4000-8000-000000000001',
    reportId,
    sealingKey: epoch.publicKey,
    signingKey: reporter.publicKey,
  })
  const items: ChainedItem[] = []
  for (let seq = 0; seq < length; seq++) {
    const isReporters = seq % 2 === 0
    const place: ItemPlace = {
      reportId,
      epoch: 0,
      seq,
      kind: seq === 0 ? 'report' : isReporters ? 'addition' : 'reply',
      author: isReporters ? 'reporter' : 'recipient',
      authorKeyId: isReporters ? null : 'a key',
      day: '2026-11-26',
    }
    const sealed = sealItem(Buffer.from(`item ${seq}`), place, { epochKey: epoch.publicKey, shredKey })
    const hash = chainHash(items.at(-1)?.chainHash ?? start, place, sealed)
    items.push({
      ...place,
      ...sealed,
      chainHash: hash,
      signature: signHash(isReporters ? reporter : recipient, hash),
    })
  }
  const ends = { length, hash: items.at(-1)?.chainHash ?? start }
  return {
    start,
    items,
    ends,
    check: (changed: readonly ChainedItem[]) => checkChain(changed, { start, ends, signerOf }),
  }
}

const LENGTH = 6
const whole = aCase('case one', LENGTH)
const other = aCase('case two', LENGTH)
const places = fc.nat(LENGTH - 1)
const flipped = (bytes: Uint8Array, at: number) => {
  const changed = Uint8Array.from(bytes)
  const place = at % changed.length
  changed[place] = Number(changed[place]) ^ 1
  return changed
}
const withItem = (at: number, change: Partial<ChainedItem>) =>
  whole.items.map((item, place) => (place === at ? { ...item, ...change } : item))

describe('a chain', () => {
  it('is whole when nothing was done to it', () => expect(whole.check(whole.items)).toEqual({ whole: true }))

  it('tells any bit changed in sealed bytes, and where', () =>
    fc.assert(
      fc.property(
        places,
        fc.nat(2000),
        fc.constantFrom('body', 'sealedDek', 'chainHash'),
        (at, byte, part) => {
          const changed = withItem(at, { [part]: flipped((whole.items[at] as ChainedItem)[part], byte) })
          expect(whole.check(changed)).toEqual({ whole: false, at, why: 'altered' })
        },
      ),
    ))

  it.each([
    { day: '2026-11-27' },
    { kind: 'note' as const },
    { epoch: 1 },
    { authorKeyId: 'another key' },
    { reportId: 'case two' },
  ])('tells that what stands beside an item was changed: %j', (change) =>
    expect(whole.check(withItem(3, change))).toEqual({ whole: false, at: 3, why: 'altered' }),
  )

  it('tells a signature that was changed, or is of somebody else', () =>
    fc.assert(
      fc.property(places, fc.nat(63), (at, byte) => {
        const item = whole.items[at] as ChainedItem
        const unsigned = { whole: false, at, why: 'unsigned' }
        expect(whole.check(withItem(at, { signature: flipped(item.signature, byte) }))).toEqual(unsigned)
        expect(whole.check(withItem(at, { signature: signHash(stranger, item.chainHash) }))).toEqual(unsigned)
      }),
    ))

  it('tells an item that was put in with all hashes reckoned anew', () => {
    const place: ItemPlace = { ...(whole.items[3] as ChainedItem), seq: 3 }
    const sealed = sealItem(Buffer.from('forged'), place, { epochKey: epoch.publicKey, shredKey })
    let previous = (whole.items[2] as ChainedItem).chainHash
    const forged = whole.items.map((item, at) => {
      if (at < 3) return item
      const changed = at === 3 ? { ...item, ...sealed } : item
      previous = chainHash(previous, changed, changed)
      return { ...changed, chainHash: previous }
    })
    const report = checkChain(forged, {
      start: whole.start,
      ends: { length: LENGTH, hash: previous },
      signerOf,
    })
    expect(report).toEqual({ whole: false, at: 3, why: 'unsigned' })
  })

  it('tells every item that is missing, also with those after it moved up', () =>
    fc.assert(
      fc.property(places, (at) => {
        const left = whole.items.filter((_, place) => place !== at)
        expect(whole.check(left)).toEqual({ whole: false, at, why: 'missing' })
        const movedUp = left.map((item, seq) => ({ ...item, seq }))
        expect(whole.check(movedUp)).toMatchObject({ whole: false, at })
      }),
    ))

  it('tells items in another order', () =>
    fc.assert(
      fc.property(places, places, (one, two) => {
        fc.pre(one < two)
        const swapped = [...whole.items]
        swapped[one] = { ...(whole.items[two] as ChainedItem), seq: one }
        swapped[two] = { ...(whole.items[one] as ChainedItem), seq: two }
        expect(whole.check(swapped)).toEqual({ whole: false, at: one, why: 'reordered' })
      }),
    ))

  it('tells an item of another case', () =>
    fc.assert(
      fc.property(places, (at) => {
        const foreign = other.items[at] as ChainedItem
        expect(whole.check(withItem(at, foreign))).toMatchObject({ whole: false, at })
        expect(whole.check(withItem(at, { ...foreign, reportId: 'case one' }))).toMatchObject({
          whole: false,
          at,
        })
      }),
    ))

  it('tells a whole chain that was put under another case or other keys of a reporter', () => {
    const start = chainStart({
      agencyId: 'b4f8f5f0-0000-4000-8000-000000000001',
      reportId: 'case one',
      sealingKey: newSealingPair().publicKey,
      signingKey: reporter.publicKey,
    })
    expect(checkChain(whole.items, { start, ends: whole.ends, signerOf })).toMatchObject({
      whole: false,
      at: 0,
    })
    expect(checkChain(other.items, { start: whole.start, ends: other.ends, signerOf })).toMatchObject({
      whole: false,
      at: 0,
    })
  })

  it('tells an item of somebody who did not belong to the case', () => {
    const report = checkChain(whole.items, {
      start: whole.start,
      ends: whole.ends,
      signerOf: (item) => (item.seq === 3 ? null : signerOf(item)),
    })
    expect(report).toEqual({ whole: false, at: 3, why: 'unsigned' })
  })
})
