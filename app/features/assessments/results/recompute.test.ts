import { describe, expect, it } from 'vitest'
import { yearScores } from '../../../../tests/support/result-builders.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { type Framework, frameworkOf } from '../../catalogue/index.ts'
import { levelOf } from '../levels/level.domain.ts'
import { recompute } from './recompute.domain.ts'
import type { PrintedTotal, YearResults } from './result.domain.ts'
import { standingFrom } from './standing.domain.ts'

const catalogue = loadCatalogue()
const of = (year: number) => frameworkOf(catalogue, year) as Framework

type Row = readonly [part: PrintedTotal['part'], value: string, outOf?: string]
const totals = (...rows: readonly Row[]): readonly PrintedTotal[] =>
  rows.map(([part, value, outOf = '100']) => ({
    id: part,
    year: 2563,
    part,
    value,
    outOf: part === 'level' ? null : outOf,
    nAnswered: null,
    nRequired: null,
    source: { fileName: 'totals.csv', sheet: null, row: 2, importedAt: new Date(0) },
  }))

/** A unit's ten indicators of 2563 with what is printed above them, weighted as published. */
const INDICATORS = ['91.50', '80.10', '88.42', '79.96', '77.77', '90.01', '85.55', '86.43', '75.76', '45.00']
const unit = (...rows: readonly Row[]): YearResults => ({
  ...yearScores(2563, ...INDICATORS.map((value, at) => [`ind${at + 1}`, value] as const)),
  totals: totals(...rows),
})
// (91.50 + 80.10 + 88.42 + 79.96 + 77.77) / 5 = 83.55; (90.01 + 85.55 + 86.43) / 3 = 87.33; (75.76 + 45.00) / 2 = 60.38
const PUBLISHED: readonly Row[] = [
  ['IIT', '25.07', '30'],
  ['EIT', '26.20', '30'],
  ['OIT', '24.15', '40'],
  ['total', '75.42'],
  ['level', 'B'],
]

describe('a printed result computed again', () => {
  it('agrees with what is printed, weighted as it is', () => {
    const found = recompute(of(2563), unit(...PUBLISHED))
    expect(found.mismatches).toEqual([])
    expect(found.instruments.map(({ computed, known, parts }) => [computed, known, parts])).toEqual([
      ['83.55', 5, 5],
      ['87.33', 3, 3],
      ['60.38', 2, 2],
    ])
    expect(found.total).toMatchObject({ printed: '75.42', computed: '75.42', exact: '75.416' })
    expect(found.level).toMatchObject({ printed: 'B', computed: { key: 'B' } })
  })

  it('lists each figure that says something else with the difference, and a hundredth as the size of rounding', () => {
    const found = recompute(
      of(2563),
      unit(
        ['IIT', '25.07', '30'],
        ['EIT', '26.02', '30'],
        ['OIT', '24.16', '40'],
        ['total', '75.42'],
        ['level', 'C'],
      ),
    )
    expect(found.mismatches).toEqual([
      {
        of: 'EIT',
        printed: '26.02',
        computed: '26.20',
        outOf: '30',
        difference: '+0.18',
        isRoundingSized: false,
      },
      {
        of: 'OIT',
        printed: '24.16',
        computed: '24.15',
        outOf: '40',
        difference: '-0.01',
        isRoundingSized: true,
      },
      // The total is computed from the instruments as printed where they disagree with what is below them.
      {
        of: 'total',
        printed: '75.42',
        computed: '75.25',
        outOf: '100',
        difference: '-0.17',
        isRoundingSized: false,
      },
      { of: 'level', printed: 'C', computed: 'B', outOf: null, difference: null, isRoundingSized: false },
    ])
  })

  it('a gap is a gap: a missing instrument is not taken from the total, nor an indicator from its instrument', () => {
    const [iit, , oit, total, level] = PUBLISHED as [Row, Row, Row, Row, Row]
    const without = { ...unit(iit, oit, total, level) }
    const found = recompute(of(2563), {
      ...without,
      scores: without.scores.filter(({ ref }) => ref !== '2563:ind7'),
    })
    expect(found.instruments.map(({ printed, computed }) => [printed, computed])).toEqual([
      ['83.57', '83.55'],
      [null, null],
      ['60.38', '60.38'],
    ])
    expect(found.indicators.find(({ ref }) => ref === '2563:ind7')).toMatchObject({
      printed: null,
      computed: null,
    })
    expect(found.total).toMatchObject({ printed: '75.42', computed: null, known: 2, parts: 3 })
    expect(found.mismatches).toEqual([])
  })

  it('an indicator is computed of its items, and only when all of them are known', () => {
    const scores = [
      ['e4', '85.68'],
      ['e5', '85.22'],
      ['e6', '88.31'],
      ['e7', '85.22'],
      ['e8', '81.79'],
    ] as const
    const found = recompute(of(2567), yearScores(2567, ...scores, ['ind7', '86.39']))
    const figure = (number: number) => found.indicators.find(({ ref }) => ref === `2567:ind${number}`)
    expect(figure(7)).toMatchObject({ printed: '86.39', computed: '86.40', known: 3, parts: 3 })
    expect(figure(8)).toMatchObject({ printed: null, computed: null, known: 2, parts: 3 })
    expect(found.mismatches).toMatchObject([{ of: '2567:ind7', difference: '+0.01', isRoundingSized: true }])
  })

  it('one wrong indicator is told once, not again in what stands above it', () => {
    const items = ['e1', 'e2', 'e3'].map((code) => [code, '90.00'] as const)
    const others = ['ind7', 'ind8'].map((code) => [code, '90.00'] as const)
    const results = {
      ...yearScores(2567, ...items, ['ind6', '60.00'], ...others),
      totals: totals(['EIT', '80.00']),
    }
    expect(recompute(of(2567), results).mismatches.map((one) => one.of)).toEqual(['2567:ind6'])
  })

  it('a framework that names no rule computes nothing and says why', () => {
    const framework = { ...of(2563), aggregation: { ...of(2563).aggregation, rule: 'not-stated' } }
    const found = recompute(framework, unit(...PUBLISHED))
    expect(found).toMatchObject({
      refusal: 'not-stated',
      total: { printed: '75.42', computed: null },
      mismatches: [],
    })
  })
})

describe('the standing of a year', () => {
  it('is what is printed, with the places that printing hides where they are known; each says which', () => {
    const [iit, , , total] = PUBLISHED as [Row, Row, Row, Row]
    expect(standingFrom(of(2563), unit(iit, total))).toEqual({
      total: '75.416',
      instruments: { IIT: '83.55', EIT: '87.33', OIT: '60.38' },
      origins: { IIT: 'printed', EIT: 'computed', OIT: 'computed', total: 'printed' },
    })
    expect(standingFrom(of(2563), unit())).toMatchObject({ total: '75.416', origins: { total: 'computed' } })
  })

  it('a printed figure that is the rounding of what is computed does not round up to a level', () => {
    // One indicator of 84.99 beside nine of 85.00: what staff see is 84.998, which prints as 25.50 of 30, the total 84.9994.
    const scores = Array.from({ length: 10 }, (_, at) => [`ind${at + 1}`, at ? '85.00' : '84.99'] as const)
    const results = {
      ...yearScores(2567, ...scores),
      totals: totals(
        ['IIT', '25.50', '30'],
        ['EIT', '25.50', '30'],
        ['OIT', '34.00', '40'],
        ['total', '85.00'],
      ),
    }
    const standing = standingFrom(of(2567), results)
    expect(standing).toEqual({
      total: '84.9994',
      instruments: { IIT: '84.998', EIT: '85.00', OIT: '85.00' },
      origins: { IIT: 'printed', EIT: 'printed', OIT: 'printed', total: 'printed' },
    })
    expect(levelOf(of(2567), standing)?.key).toBe('improve')
    expect(recompute(of(2567), results).level.computed?.key).toBe('improve')
    // With nothing below it the printed figure is all that is known.
    const alone = { ...yearScores(2567), totals: totals(['total', '85.00'], ['IIT', '84.00']) }
    expect(standingFrom(of(2567), alone)).toMatchObject({ total: '85.00', instruments: { IIT: '84.00' } })
  })

  it('is unknown where neither is there', () => {
    expect(standingFrom(of(2567), yearScores(2567, ['e1', '89.10']))).toEqual({
      total: null,
      instruments: { IIT: null, EIT: null, OIT: null },
      origins: { IIT: null, EIT: null, OIT: null, total: null },
    })
  })
})
