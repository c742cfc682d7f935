import { writeCsv } from 'hucre/csv'
import { twoPlaces } from '../../../kernel/decimal.ts'
import { guardedText } from '../../../platform/office-files/formula-guard.ts'
import type { Report } from '../report.domain.ts'
import { reportWords } from '../text/index.ts'
import { cellText, comparisonOf, measureHead, measureRecords, scoreRecords } from './report-rows.domain.ts'

/**
 * The measures as CSV for spreadsheet programs: UTF-8 with byte order mark, CRLF between records, cells of several lines
 * in quotation marks. A text that would be taken for a formula has an apostrophe before it; the JSON form has it bare.
 */
export function renderCsv(report: Report): Uint8Array {
  const words = reportWords(report.lang)
  const head = [words.issue, words.issueTitle, words.measure, ...measureHead(report), words.outcomeScope]
  const rows = measureRecords(report).map(({ issue, issueTitle, measure, columns, outcomeScope }) => [
    String(issue),
    safe(issueTitle),
    String(measure),
    ...columns.map(safe),
    outcomeScope,
  ])
  return csvBytes(head.map(safe), rows)
}

/** The scores as CSV, numbers with two places and without a plus sign; same form as the measures. */
export function renderScoresCsv(report: Report): Uint8Array {
  const words = reportWords(report.lang)
  const head = [
    words.issue,
    words.label,
    words.unit,
    words.earlierYear,
    words.earlierValue,
    words.laterYear,
    words.laterValue,
    words.change,
    words.comparability,
    words.itemEarlier,
    words.itemLater,
  ]
  const rows = scoreRecords(report).map(({ beforeYear, afterYear, row }) => [
    String(row.issue),
    safe(row.label),
    safe(row.unit),
    row.before === null ? '' : String(beforeYear),
    row.before === null ? '' : twoPlaces(row.before),
    String(afterYear),
    twoPlaces(row.after),
    row.change?.replace(/^\+/, '') ?? '',
    comparisonOf(row, words),
    row.beforeOf ?? '',
    row.afterOf ?? '',
  ])
  return csvBytes(head, rows)
}

const safe = (text: string): string => guardedText(cellText(text))

const csvBytes = (head: readonly string[], rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(
    `${writeCsv([[...head], ...rows.map((row) => [...row])], { bom: true, lineSeparator: '\r\n' })}\r\n`,
  )
