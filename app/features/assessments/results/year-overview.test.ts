import { describe, expect, it } from 'vitest'
import { yearScores } from '../../../../tests/support/result-builders.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { type Framework, frameworkOf } from '../../catalogue/index.ts'
import type { PrintedTotal } from './result.domain.ts'
import { shownScore, yearOverview } from './year-overview.domain.ts'

const framework = frameworkOf(loadCatalogue(), 2567) as Framework
const row = (part: PrintedTotal['part'], value: string, outOf: string | null): PrintedTotal => ({
  id: part,
  year: 2567,
  part,
  value,
  outOf,
  nAnswered: null,
  nRequired: null,
  source: { fileName: 'totals.csv', sheet: null, row: 2, importedAt: new Date(0) },
})

describe('the overview of a year', () => {
  it('with some scores only says which items have none, and computes nothing from parts with gaps', () => {
    const scores = [
      ['e4', '85.68'],
      ['e5', '85.22'],
      ['e6', '88.31'],
      ['e7', '85.22'],
      ['ind6', '92.79'],
    ] as const
    const found = yearOverview(framework, yearScores(2567, ...scores))
    const eit = found.groups.find(({ instrument }) => instrument === 'EIT')
    expect(eit?.scored.map(({ ref }) => ref)).toEqual(['2567:e4', '2567:e5', '2567:e6', '2567:e7'])
    expect(eit?.missing).toEqual(['2567:e1', '2567:e2', '2567:e3', '2567:e8', '2567:e9'])
    const shown = found.indicators.slice(5, 8)
    expect(shown.map(({ printed, computed, known }) => [printed, computed, known])).toEqual([
      ['92.79', null, 0],
      [null, '86.40', 3],
      [null, null, 1],
    ])
    expect(found).toMatchObject({
      standing: { total: null, instruments: { IIT: null, EIT: null, OIT: null } },
      distance: { level: null, next: null },
      printedLevel: null,
      checked: 0,
    })
  })

  it('with printed totals has the level, the bounds of the year, and what holds it down', () => {
    const totals = [
      row('IIT', '28.50', '30'),
      row('EIT', '25.23', '30'),
      row('OIT', '39.00', '40'),
      row('total', '92.73', '100'),
      row('level', 'passed', null),
    ]
    const found = yearOverview(framework, { ...yearScores(2567), totals })
    expect(found.bounds.map(({ value }) => value)).toEqual(['85', '95'])
    expect(found.printedLevel).toMatchObject({ key: 'passed', rule: { title: { th: 'ผ่าน' } } })
    expect(found.distance).toMatchObject({
      level: { key: 'passed' },
      next: { key: 'good' },
      heldDown: { from: { key: 'good' }, by: ['EIT'] },
    })
    expect(shownScore(found.standing.instruments.IIT ?? '')).toBe('95.00')
    // The total of three printed instruments, and the level.
    expect(found).toMatchObject({ mismatches: [], checked: 2 })
  })
})
