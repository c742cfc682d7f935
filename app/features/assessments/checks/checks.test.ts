import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { yearScores } from '../../../../tests/support/result-builders.ts'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import type { PrintedTotal, YearResults } from '../results/result.domain.ts'
import { dataChecks } from './all-checks.domain.ts'
import type { DataCheck, YearImport } from './data-check.domain.ts'

const catalogue = loadCatalogue()
const checks = (years: readonly YearResults[], imports: readonly YearImport[] = []) =>
  dataChecks(catalogue, years, imports)
const codes = (found: readonly DataCheck[]) => found.map(({ code }) => code)

const withTotals = (
  results: YearResults,
  ...rows: readonly (readonly [part: PrintedTotal['part'], value: string, outOf?: string])[]
): YearResults => ({
  ...results,
  totals: rows.map(([part, value, outOf = '100']) => ({
    id: part,
    year: results.year,
    part,
    value,
    outOf: part === 'level' ? null : outOf,
    nAnswered: null,
    nRequired: null,
    source: { fileName: 'totals.csv', sheet: null, row: 2, importedAt: new Date(0) },
  })),
})

/** The scores of the example's sheet by year. */
function exampleYears(): readonly YearResults[] {
  const rows = readFileSync('examples/dga-2567/scores.csv', 'utf8')
    .replace('\ufeff', '')
    .trim()
    .split('\n')
    .slice(1)
  const scores = rows.map((row) => row.trim().split(',') as [string, string, string])
  return [2566, 2567].map((year) =>
    yearScores(
      year,
      ...scores
        .filter(([written]) => Number(written) === year)
        .map(([, code, value]) => [code, value.includes('.') ? value : `${value}.00`] as const),
    ),
  )
}

describe('the data checks of the example', () => {
  it('report 85.22 as standing under two items, 88.31 as repeated against two questions, and e3 as implied; nothing else of 2567', () => {
    const found = checks(exampleYears()).filter(({ year }) => year === 2567)
    expect(found).toEqual([
      { code: 'equal-values', year: 2567, severity: 'warning', value: '85.22', refs: ['2567:e5', '2567:e7'] },
      {
        code: 'repeated-value',
        year: 2567,
        severity: 'warning',
        value: '88.31',
        ref: '2567:e6',
        earlier: ['2566:e8', '2566:e11'],
      },
      {
        code: 'implied-value',
        year: 2567,
        severity: 'info',
        part: '2567:ind6',
        missing: '2567:e3',
        value: '98.40',
      },
    ])
  })

  it('report nothing of 2566, of which no figure contradicts another', () => {
    expect(checks(exampleYears()).filter(({ year }) => year === 2566)).toEqual([])
  })
})

describe('equal values', () => {
  it('are not reported at the ends of the scale, in disclosure, or across surveys', () => {
    const results = yearScores(
      2567,
      ['e1', '100.00'],
      ['e2', '100.00'],
      ['O1', '50.00'],
      ['O2', '50.00'],
      ['i1', '91.20'],
      ['e4', '91.20'],
    )
    expect(codes(checks([results]))).toEqual([])
  })

  it('of three items are one finding', () => {
    const results = yearScores(2567, ['i1', '91.20'], ['i2', '91.20'], ['i4', '91.20'])
    expect(checks([results])).toMatchObject([{ refs: ['2567:i1', '2567:i2', '2567:i4'] }])
  })
})

describe('one later score against several earlier ones', () => {
  it('is not reported where only one earlier question has a score', () => {
    const found = checks([yearScores(2566, ['e8', '73.51']), yearScores(2567, ['e6', '88.31'])])
    expect(codes(found)).toEqual([])
  })
})

describe('figures that cannot be', () => {
  it('an indicator that its known items cannot give, above and below', () => {
    // Three items: 3 × 40 − 95 − 95 < 0; 3 × 95 − 80 − 90 > 100.
    const low = yearScores(2567, ['e1', '95.00'], ['e2', '95.00'], ['ind6', '40.00'])
    const high = yearScores(2567, ['e1', '80.00'], ['e2', '90.00'], ['ind6', '95.00'])
    for (const results of [low, high])
      expect(codes(checks([results]).filter(({ severity }) => severity === 'error'))).toEqual(['cannot-be'])
    expect(checks([low])[0]).toMatchObject({ part: '2567:ind6', known: 2, parts: 3 })
  })

  it('an indicator at the edge of what rounding hides can be', () => {
    // 3 × 93.33 − 90 − 90 = 99.99, and 3 × 93.34 = 280.02 is above 280 by less than rounding hides.
    for (const value of ['93.33', '93.34', '60.00'])
      expect(
        codes(checks([yearScores(2567, ['e1', '90.00'], ['e2', '90.01'], ['ind6', value])])),
      ).not.toContain('cannot-be')
  })

  it('an indicator that all its items do not give, by more than rounding and by one hundredth', () => {
    const items = [
      ['e4', '85.68'],
      ['e5', '85.22'],
      ['e6', '88.31'],
    ] as const
    expect(checks([yearScores(2567, ...items, ['ind7', '90.00'])])).toMatchObject([
      { code: 'figure-differs', severity: 'error', mismatch: { difference: '-3.60' } },
    ])
    expect(checks([yearScores(2567, ...items, ['ind7', '86.41'])])).toMatchObject([
      { code: 'figure-differs', severity: 'info', mismatch: { isRoundingSized: true } },
    ])
  })

  it('an instrument that the known indicators cannot give, a total that the known instruments cannot give', () => {
    const impossible = withTotals(yearScores(2567, ['ind1', '90.00'], ['ind2', '90.00']), [
      'IIT',
      '10.00',
      '30',
    ])
    expect(checks([impossible])).toMatchObject([{ code: 'cannot-be', part: 'IIT', printed: '33.33' }])
    const total = withTotals(
      yearScores(2567),
      ['IIT', '29.00', '30'],
      ['EIT', '29.00', '30'],
      ['total', '99.00'],
    )
    expect(checks([total])).toMatchObject([{ code: 'cannot-be', part: 'total' }])
    const possible = withTotals(
      yearScores(2567),
      ['IIT', '29.00', '30'],
      ['EIT', '29.00', '30'],
      ['total', '94.00'],
    )
    expect(checks([possible])).toMatchObject([
      { code: 'implied-value', part: 'total', missing: 'OIT', value: '90.00' },
    ])
  })

  it('a printed level that the printed figures do not give, and a level that the year does not have', () => {
    const three = [
      ['IIT', '28.00', '30'],
      ['EIT', '25.00', '30'],
      ['OIT', '38.00', '40'],
      ['total', '91.00'],
    ] as const
    expect(checks([withTotals(yearScores(2567), ...three, ['level', 'good'])])).toMatchObject([
      { code: 'level-differs', severity: 'error', printed: 'good', computed: 'passed' },
    ])
    expect(codes(checks([withTotals(yearScores(2567), ['level', 'A'])]))).toEqual(['unknown-level'])
  })

  it('a value out of its range', () => {
    const found = checks([withTotals(yearScores(2567, ['e1', '100.01']), ['IIT', '31.00', '30'])])
    expect(found.filter(({ code }) => code === 'out-of-range')).toMatchObject([
      { part: '2567:e1', value: '100.01', outOf: '100' },
      { part: 'IIT', value: '31.00', outOf: '30' },
    ])
  })
})

describe('where figures come from', () => {
  it('a year that several files brought is said with each of them', () => {
    const imports = [
      { year: 2567, fileName: 'a.csv', day: '2024-10-01', figures: 12 },
      { year: 2567, fileName: 'b.xlsx', day: '2024-10-02', figures: 3 },
      { year: 2566, fileName: 'a.csv', day: '2024-10-01', figures: 10 },
    ]
    expect(checks([yearScores(2567), yearScores(2566)], imports)).toEqual([
      { code: 'imported-again', year: 2567, severity: 'info', imports: imports.slice(0, 2) },
    ])
  })

  it('scores under rows that nobody checked, and a level by such a rule', () => {
    const results = withTotals(yearScores(2566, ['e2', '90.00'], ['e1', '91.00'], ['i30', '88.00']), [
      'level',
      'A',
    ])
    expect(checks([results])).toMatchObject([
      { code: 'unverified-row', refs: ['2566:e2', '2566:i30'] },
      { code: 'unverified-level', level: 'A' },
    ])
  })

  it('fewer answers than had to be given', () => {
    const { scores, ...results } = yearScores(2567, ['e1', '90.00', 99], ['e2', '91.00', 97])
    const short = { ...results, scores: scores.map((score) => ({ ...score, nRequired: 100 })) }
    expect(checks([short])).toMatchObject([
      { code: 'too-few-answers', parts: ['2567:e1', '2567:e2'], fewest: 97, most: 99, nRequired: 100 },
    ])
    expect(
      codes(checks([{ ...short, scores: short.scores.map((one) => ({ ...one, nAnswered: 100 })) }])),
    ).toEqual([])
  })

  it('two surveys of which the same number had to answer are two findings', () => {
    const { scores, ...results } = yearScores(2567, ['i1', '90.00', 99], ['e1', '91.00', 97])
    const short = { ...results, scores: scores.map((score) => ({ ...score, nRequired: 100 })) }
    expect(checks([short])).toMatchObject([
      { code: 'too-few-answers', parts: ['2567:i1'], most: 99 },
      { code: 'too-few-answers', parts: ['2567:e1'], most: 97 },
    ])
  })

  it('a year that no framework describes can only be said to be so', () => {
    const results = { ...yearScores(2567), year: 2565 }
    expect(codes(checks([results]))).toEqual(['no-framework'])
  })
})

it('the newest year comes first, and in a year the gravest finding', () => {
  const found = checks([...exampleYears(), yearScores(2568, ['ind1', '100.01'])])
  expect(found.map(({ year }) => year)).toEqual(found.map(({ year }) => year).toSorted((a, b) => b - a))
  expect(found[0]).toMatchObject({ year: 2568, severity: 'error' })
  const refs = found.flatMap((one) => (one.code === 'equal-values' ? one.refs : []))
  expect(refs.map((ref) => `${yearOf(ref)} ${codeOf(ref)}`)).toEqual(['2567 e5', '2567 e7'])
})
