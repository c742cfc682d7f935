import { describe, expect, test } from 'vitest'
import { aCell, aMeasureRow, aMeasureTable } from '../../../tests/support/report-builders.ts'
import { cellLines, measureColumns } from './measure-columns.domain.ts'
import type { MeasureRow } from './report.domain.ts'

const paper = { width: 167, padding: 3.4, size: 3.35 }
const long = 'ดำเนินการตามแผนที่กำหนดไว้ทุกประการ '.repeat(20).trim()
const widthsOf = (rows: readonly MeasureRow[], setting = paper) =>
  measureColumns(aMeasureTable(rows).table, setting)
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)

/** Lines of the tallest cell. */
const height = (row: MeasureRow, widths: readonly number[]) =>
  Math.max(
    ...[row.text, row.period, row.owners, row.summary, row.outcome ?? aCell('')].map((cell, column) =>
      cellLines(cell, ((widths[column] ?? 0) - paper.padding) / paper.size),
    ),
  )

describe('the widths of the five columns', () => {
  const usual = widthsOf([aMeasureRow()])

  test('are the usual ones for a table of short texts, and for one that other widths would hardly help', () => {
    expect(usual.map((width) => Number(width.toFixed(1)))).toEqual([30.2, 20.2, 24.2, 46.9, 45.5])
    expect(widthsOf([aMeasureRow({ summary: aCell(long), outcome: aCell(long) })])).toEqual(usual)
  })

  test.each(['text', 'summary', 'outcome'] as const)(
    'give a long %s more room, and the row is shorter',
    (part) => {
      const row = aMeasureRow({ [part]: aCell(long) })
      const widths = widthsOf([row])
      expect(height(row, widths)).toBeLessThanOrEqual(height(row, usual) * 0.9)
      expect(sum(widths)).toBeCloseTo(paper.width)
      expect(Math.min(...widths)).toBeGreaterThan(20)
    },
  )

  test('are the same shares in another unit', () => {
    const row = aMeasureRow({ summary: aCell(long) })
    const twips = widthsOf([row], { width: 1670, padding: 34, size: 33.5 })
    expect(twips.map((width) => width / 10)).toEqual(widthsOf([row]).map((width) => expect.closeTo(width)))
  })

  test('an empty table, and one without an outcome, have widths too', () => {
    expect(widthsOf([])).toEqual(usual)
    expect(sum(widthsOf([aMeasureRow({ outcome: null })]))).toBeCloseTo(paper.width)
  })
})
