import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { itemRef } from '../../../kernel/item-ref.ts'
import type { FigureRecord } from '../reading/figure.domain.ts'
import { among, incompleteOf, othersIn, ownRow } from './among.domain.ts'
import { type PeerResult, peerRowsOf, planPeers } from './peer.domain.ts'
import { medianOf, rankAmong } from './rank.domain.ts'

describe('the rank among others', () => {
  it('equal scores share a rank, and the ranks after them are left out', () => {
    const others = ['90.00', '90', '85.5']
    expect(rankAmong(others, '95.00')).toMatchObject({ rank: 1, n: 4, equal: 1 })
    expect(rankAmong(others, '90.00')).toMatchObject({ rank: 1, n: 4, equal: 3 })
    expect(rankAmong(others, '85.50')).toMatchObject({ rank: 3, n: 4, equal: 2 })
    expect(rankAmong(others, '80')).toMatchObject({ rank: 4, n: 4, equal: 1 })
  })

  it('a group of less than five has no quarters, one of five has', () => {
    expect(rankAmong(['1', '2', '3'], '4').quarter).toBe('small')
    expect(rankAmong(['1', '2', '3', '4'], '5').quarter).toBe(1)
    expect(rankAmong(['2', '3', '4', '5'], '1').quarter).toBe(4)
  })

  it('equal scores that lie in several quarters are said to be in none', () => {
    expect(rankAmong(Array(7).fill('90'), '90').quarter).toBe('spread')
    expect(rankAmong(['95', '95', '90', '90', '80', '80', '70'], '95').quarter).toBe('spread')
    // Two of eight are a quarter of them.
    expect(rankAmong(['95', '90', '90', '80', '80', '70', '70'], '95').quarter).toBe(1)
  })

  test('does not depend on the order of the others', () => {
    const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2))
    fc.assert(
      fc.property(fc.array(score, { maxLength: 30 }), score, (others, own) => {
        expect(rankAmong(others.toReversed(), own)).toEqual(rankAmong(others, own))
        expect(medianOf(others.toReversed())).toBe(medianOf(others))
      }),
    )
  })
})

describe('the median', () => {
  it('is exact in decimals: the middle, or half way between the two in the middle', () => {
    expect(medianOf(['0.1', '0.3', '0.2'])).toBe('0.20')
    expect(medianOf(['85.22', '85.23'])).toBe('85.225')
    expect(medianOf(['100', '9.5'])).toBe('54.75')
    expect(medianOf([])).toBeNull()
  })
})

const totals = { total: null, IIT: null, EIT: null, OIT: null }
const aPeer = (
  name: string,
  given: Partial<PeerResult> & { kind?: string; code?: string } = {},
): PeerResult => ({
  ...{ year: 2567, nameKey: name, level: null, indicators: Array(10).fill(null) },
  totals: { ...totals, ...given.totals },
  agency: { name, code: given.code ?? null, kind: given.kind ?? null, ministry: null, province: null },
})

describe('which agency of a file this one is', () => {
  const peers = [aPeer('กรม ก', { code: '001' }), aPeer('เทศบาล ข'), { ...aPeer('เทศบาล ข'), nameKey: 'ข2' }]
  it('the chosen one before that of the code before that of the name', () => {
    expect(ownRow(peers, { chosen: 'เทศบาล ข', code: '001', name: null })?.nameKey).toBe('เทศบาล ข')
    expect(ownRow(peers, { chosen: null, code: '001', name: 'x' })?.nameKey).toBe('กรม ก')
    expect(ownRow(peers, { chosen: null, code: 'x', name: 'กรมก' })?.nameKey).toBe('กรม ก')
  })
  it('none where two have the name', () => {
    expect(ownRow(peers, { chosen: null, code: 'x', name: 'เทศบาล ข' })).toBeNull()
  })
})

describe('among others', () => {
  const peers = ['90', '80', '70'].map((total, index) =>
    aPeer(String(index), { kind: 'กรม', totals: { ...totals, total, EIT: index === 2 ? null : '1' } }),
  )
  it('this agency is counted once, and without a type nothing is said of its type', () => {
    const own = { ...aPeer('1', { totals: { ...totals, total: '80' } }), kind: null, ministry: null }
    const others = othersIn(peers, 'nation', own) ?? []
    expect(among(others, own, 'total')).toMatchObject({ rank: { rank: 2, n: 3 }, median: '80.00' })
    expect(othersIn(peers, 'kind', own)).toBeNull()
  })
  it('who lacks the view of the public is counted apart, unless nobody of the file has it', () => {
    expect(incompleteOf(peers).map(({ nameKey }) => nameKey)).toEqual(['2'])
    expect(incompleteOf([aPeer('a'), aPeer('b')])).toEqual([])
  })
})

describe('rows of a file', () => {
  const record = (given: Partial<FigureRecord> & { name: string; province?: string }): FigureRecord => ({
    ...{
      year: 2567,
      value: '25.04',
      outOf: '30',
      nAnswered: null,
      nRequired: null,
      sheet: null,
      row: 2,
      column: 3,
    },
    figure: { kind: 'total', part: 'IIT' },
    ...given,
    agency: { name: given.name, code: null, kind: null, ministry: null, province: given.province ?? null },
  })
  it('scores are of 100, indicators at their places, the level as it is', () => {
    const { rows, faults } = peerRowsOf([
      record({ name: 'ก' }),
      record({
        name: 'ก',
        figure: { kind: 'score', ref: itemRef(2567, 'ind6') },
        value: '92.79',
        outOf: '100',
      }),
      record({ name: 'ก', figure: { kind: 'total', part: 'level' }, value: 'pass', outOf: null }),
    ])
    expect(faults).toEqual([])
    expect(rows).toMatchObject([{ totals: { IIT: '83.4666666667', EIT: null }, level: 'pass', nameKey: 'ก' }])
    expect(rows[0]?.indicators[5]).toBe('92.79')
  })
  it('agencies of one name are told apart by their province, and refused where nothing tells them apart', () => {
    const there = peerRowsOf([
      record({ name: 'บ้านใหม่', province: 'ตาก' }),
      record({ name: 'บ้านใหม่', province: 'น่าน' }),
    ])
    expect(there.rows).toHaveLength(2)
    const one = record({ name: 'บ้านใหม่' })
    const other = {
      ...one,
      row: 3,
      agency: { name: 'บ้านใหม่', code: '9', kind: null, ministry: null, province: null },
    }
    expect(peerRowsOf([one, other]).faults).toMatchObject([{ code: 'figure.twice', row: 3, other: '2' }])
  })
  it('the same again is unchanged, another value takes its place', () => {
    const { rows } = peerRowsOf([record({ name: 'ก' }), record({ name: 'ข' })])
    const changed = rows.map((row, index) => (index === 0 ? { ...row, level: 'pass' } : row))
    expect(planPeers(rows, rows)).toMatchObject({ added: [], corrected: [], unchanged: 2 })
    expect(planPeers(changed, rows)).toMatchObject({
      added: [],
      corrected: [{ level: 'pass' }],
      unchanged: 1,
    })
  })
})
