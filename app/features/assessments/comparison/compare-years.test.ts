import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aCatalogue, aPair } from '../../../../tests/support/catalogue-builders.ts'
import { yearScores } from '../../../../tests/support/result-builders.ts'
import { codeOf, type ItemRef, itemRef } from '../../../kernel/item-ref.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import type { YearResults } from '../results/result.domain.ts'
import { compareYears } from './compare-years.domain.ts'
import type { CompareOptions, ComparisonRow } from './comparison.domain.ts'
import { findingsOf } from './finding.domain.ts'

const OPTIONS: CompareOptions = {
  of: 'items',
  sort: 'falls',
  instrument: null,
  indicator: null,
  rows: 'known',
}

/** The scores that the example's report prints, as years. */
function example(): readonly YearResults[] {
  const rows = readFileSync('examples/dga-2567/scores.csv', 'utf8').trim().split('\n').slice(1)
  const cells = rows.map((row) => row.trim().split(',') as [string, string, string])
  return [2566, 2567].map((year) =>
    yearScores(
      year,
      ...cells.filter(([of]) => of === String(year)).map(([, code, value]) => [code, value] as const),
    ),
  )
}

const said = (rows: readonly ComparisonRow[]) =>
  rows.map(({ cells, joins }) =>
    [
      ...cells.map(({ ref, figure, gap }) =>
        `${ref === null ? '' : codeOf(ref)} ${figure?.value ?? gap}`.trim(),
      ),
      ...joins.map((join) =>
        join === null ? 'nothing' : 'change' in join ? `${join.kind} ${join.change}` : join.kind,
      ),
    ].join(' | '),
  )
/** Rows in which anything was measured. */
const measured = (rows: readonly ComparisonRow[]) =>
  rows.filter(({ cells }) => cells.some(({ figure }) => figure !== null))
const compare = (results: readonly YearResults[], options: Partial<CompareOptions> = {}) =>
  compareYears(loadCatalogue(), results, { ...OPTIONS, ...options })

describe('the example, 2566 beside 2567', () => {
  const rows = compare(example())

  it('e1 to e1 and e14 to e8 compare, the smaller rise before the larger', () => {
    expect(said(rows).slice(0, 2)).toEqual([
      'e14 76.32 | e8 81.79 | comparable +5.47',
      'e1 77.33 | e1 89.10 | comparable +11.77',
    ])
  })

  it('e5 to e2, e8 to e6 and e11 to e6 are different questions, and no change is said of them', () => {
    const different = said(rows.filter(({ joins }) => joins[0]?.kind === 'different'))
    expect(different).toEqual([
      'e5 84.35 | e2 90.87 | different',
      'e8 73.51 | e6 88.31 | different',
      'e11 79.69 | e6 88.31 | different',
    ])
    expect(rows.some(({ joins: [join] }) => join?.kind === 'different' && 'change' in join)).toBe(false)
  })

  it('what nobody confirmed has a number and no direction', () => {
    const unconfirmed = rows.filter(({ joins }) => joins[0]?.kind === 'unconfirmed')
    expect(said(unconfirmed)).toEqual([
      'e6 78.88 | e4 85.68 | unconfirmed +6.80',
      'e7 79.90 | e5 85.22 | unconfirmed +5.32',
      'e12 79.05 | e7 85.22 | unconfirmed +6.17',
    ])
    expect(
      unconfirmed.every(({ joins: [join] }) => join !== null && join !== undefined && !('direction' in join)),
    ).toBe(true)
  })

  it('e10 and e15 are no longer asked; of e3 that was not seen', () => {
    expect(said(rows.filter(({ joins }) => joins[0]?.kind === 'not-asked'))).toEqual([
      'e10 not-imported | not-asked | not-asked',
      'e15 not-imported | not-asked | not-asked',
    ])
    expect(said(compare(example(), { rows: 'all' }))).toContain('e3 not-imported | not-known | not-known')
  })

  it('the finding counts what compares, and tells apart what does not', () => {
    expect(findingsOf(rows)).toEqual([
      {
        from: 2566,
        to: 2567,
        rose: [
          { ref: '2567:e8', change: '+5.47' },
          { ref: '2567:e1', change: '+11.77' },
        ],
        fell: [],
        same: 0,
        unconfirmed: 3,
        different: 3,
        notAsked: ['2566:e10', '2566:e15'],
        isNew: [],
        notImported: 2,
        notKnown: 0,
      },
    ])
  })

  it('indicators of the two years are numbers beside each other, since nobody confirmed that they compare', () => {
    expect(said(compare(example(), { of: 'indicators', sort: 'order' }))).toEqual([
      'ind4 98.49 | ind4 99.22 | unconfirmed +0.73',
      'ind5 not-imported | ind5 98.43 | not-imported',
      'ind6 86.57 | ind6 92.79 | unconfirmed +6.22',
      'ind10 not-imported | ind10 100 | not-imported',
    ])
  })

  it('is narrowed to an instrument, or to an indicator through its years', () => {
    expect(compare(example(), { instrument: 'IIT' })).toEqual([])
    const ofSix = compare(example(), { indicator: itemRef(2567, 'ind6') })
    expect(said(ofSix).map((row) => row.split(' ')[0])).toEqual(['e1', 'e2', 'e5'])
  })

  it('every relation of the two years stands in exactly one row, and every item in one at least', () => {
    const catalogue = loadCatalogue()
    const all = compare(example(), { rows: 'all' })
    const pairs = all.flatMap(({ cells: [a, b] }) => (a?.ref && b?.ref ? [`${a.ref} ${b.ref}`] : []))
    const known = catalogue.crosswalk.filter(
      ({ from, to }) => from.startsWith('2566:') && to?.startsWith('2567:') && !from.includes('ind'),
    )
    expect(pairs.toSorted()).toEqual(known.map(({ from, to }) => `${from} ${to}`).toSorted())
    const items = [2566, 2567].flatMap(
      (year) => catalogue.frameworks.find((framework) => framework.year === year)?.items ?? [],
    )
    const shown = new Set(all.flatMap(({ cells }) => cells.flatMap(({ ref }) => ref ?? [])))
    expect(items.filter(({ ref }) => !shown.has(ref))).toEqual([])
  })
})

describe('chains that divide and meet', () => {
  const items = ['e1', 'e2', 'e3'].map((code) => [code, 'ind6'] as const)

  /** Items of 2566 and 2567 as given, joined by the pairs. */
  const catalogueOf = (pairs: Parameters<typeof aCatalogue>[0], later: readonly string[]) => {
    const catalogue = aCatalogue(pairs)
    const [first, second] = catalogue.frameworks
    if (!first || !second) throw new Error('two years')
    const item = first.items[0] ?? expect.fail('an item')
    const itemsThen = later.map((code) => ({ ...item, ref: itemRef(2567, code), code }))
    return { ...catalogue, frameworks: [first, { ...second, items: itemsThen }] }
  }

  it('several earlier items that lead to one make a row each, and each says which others do', () => {
    const catalogue = catalogueOf(
      { items, pairs: [aPair('e1', 'e1', 'unknown'), aPair('e2', 'e1', 'yes')] },
      ['e1'],
    )
    const results = [yearScores(2566, ['e1', '70.00'], ['e2', '80.00']), yearScores(2567, ['e1', '75.00'])]
    const rows = measured(compareYears(catalogue, results, OPTIONS))
    expect(said(rows)).toEqual([
      'e2 80.00 | e1 75.00 | comparable -5.00',
      'e1 70.00 | e1 75.00 | unconfirmed +5.00',
    ])
    for (const row of rows) {
      expect(row.meets).toEqual([{ kind: 'into', ref: '2567:e1', others: ['2566:e1', '2566:e2'] }])
      expect(row.cells.map(({ isShared }) => isShared)).toEqual([false, true])
    }
  })

  it('one earlier item that leads to several makes a row for each', () => {
    const catalogue = catalogueOf({ items, pairs: [aPair('e1', 'e1', 'yes'), aPair('e1', 'e2', 'no')] }, [
      'e1',
      'e2',
    ])
    const results = [yearScores(2566, ['e1', '70.00']), yearScores(2567, ['e1', '75.00'], ['e2', '90.00'])]
    const rows = measured(compareYears(catalogue, results, OPTIONS))
    expect(said(rows)).toEqual(['e1 70.00 | e1 75.00 | comparable +5.00', 'e1 70.00 | e2 90.00 | different'])
    expect(rows[1]?.meets).toEqual([{ kind: 'outOf', ref: '2566:e1', others: ['2567:e1', '2567:e2'] }])
  })

  it('a pair that compares but was verified by nobody is not confirmed', () => {
    const catalogue = catalogueOf({ items, pairs: [aPair('e1', 'e1', 'yes', 'unverified')] }, ['e1'])
    const results = [yearScores(2566, ['e1', '70.00']), yearScores(2567, ['e1', '60.00'])]
    expect(said(measured(compareYears(catalogue, results, OPTIONS)))).toEqual([
      'e1 70.00 | e1 60.00 | unconfirmed -10.00',
    ])
  })

  it('the largest fall stands first, the largest rise where that is asked for, the weakest of the last year too', () => {
    const pairs = ['e1', 'e2', 'e3'].map((code) => aPair(code, code, 'yes'))
    const catalogue = catalogueOf({ items, pairs }, ['e1', 'e2', 'e3'])
    const results = [
      yearScores(2566, ['e1', '70.00'], ['e2', '99.00'], ['e3', '50.00']),
      yearScores(2567, ['e1', '60.50'], ['e2', '98.00'], ['e3', '50.10']),
    ]
    const order = (sort: CompareOptions['sort']) =>
      compareYears(catalogue, results, { ...OPTIONS, sort }).map(({ cells }) =>
        codeOf(cells[0]?.ref as ItemRef),
      )
    expect(order('falls')).toEqual(['e1', 'e2', 'e3'])
    expect(order('rises')).toEqual(['e3', 'e2', 'e1'])
    expect(order('weakest')).toEqual(['e3', 'e1', 'e2'])
    expect(order('order')).toEqual(['e1', 'e2', 'e3'])
  })
})

describe('years further apart', () => {
  const results = [
    yearScores(2564, ['i10', '80.00'], ['ind1', '90.00']),
    yearScores(2567, ['i5', '85.00'], ['ind1', '91.00']),
  ]

  it('are joined by what leads from one to the next, as strong as the weakest of it', () => {
    const [row] = measured(compare(results))
    expect(said(row ? [row] : [])).toEqual(['i10 80.00 | i5 85.00 | unconfirmed +5.00'])
    expect(said(compare(results, { of: 'indicators' }))).toContain(
      'ind1 90.00 | ind1 91.00 | unconfirmed +1.00',
    )
  })

  it('three years make one row with a relation between each two', () => {
    const [first, last] = results
    if (!first || !last) throw new Error('two years')
    const three = [last, first, yearScores(2566, ['i10', '82.00'], ['ind1', '88.00'])]
    expect(said(measured(compare(three, { sort: 'order' })))[0]).toBe(
      'i10 80.00 | i10 82.00 | i5 85.00 | unconfirmed +2.00 | unconfirmed +3.00',
    )
    expect(said(compare(three, { of: 'indicators', sort: 'order' }))[0]).toBe(
      'ind1 90.00 | ind1 88.00 | ind1 91.00 | comparable -2.00 | unconfirmed +3.00',
    )
  })

  it('a year whose items were not seen leaves open whether it asks', () => {
    const later = [...example(), yearScores(2568, ['ind6', '93.00'])]
    expect(said(compare(later))).toContain('e1 77.33 | e1 89.10 | not-known | comparable +11.77 | not-known')
  })
})

describe('instruments and the total', () => {
  it('are brought to 100 and have a number between them, never a rise', () => {
    const total = (year: number, part: 'EIT' | 'total', value: string, outOf: string) => ({
      ...yearScores(year, ['e1', '1.00']).scores[0],
      id: part,
      year,
      part,
      value,
      outOf,
      nAnswered: null,
      nRequired: null,
      source: { fileName: 'x', sheet: null, row: 2, importedAt: new Date(0) },
    })
    const rows = compare(
      [
        {
          year: 2566,
          scores: [],
          totals: [total(2566, 'EIT', '24.00', '30'), total(2566, 'total', '88.00', '100')],
        },
        { year: 2567, scores: [], totals: [total(2567, 'EIT', '85.50', '100')] },
      ],
      { of: 'instruments' },
    )
    expect(said(rows)).toEqual(['80.00 | 85.50 | unconfirmed +5.50', '88.00 | not-imported | not-imported'])
  })
})
