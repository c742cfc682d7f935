import type { SourceRow } from '../import.domain.ts'
import { unmarked } from '../source-text.domain.ts'
import { EXPORTED_EMPTY } from './import-words.th.ts'
import type { MeasureTableDraft } from './measure-table.domain.ts'

const RANGE = /\d\s*[-\u2013]\s*\d/u
const NUMBER_BEFORE = /^\(?\d{1,2}(?:\.\d{1,2})?[.)] /u

/**
 * A row as the report has it where this program wrote it: words for an empty cell are no text, and in a sheet, known by
 * its column for the scope of the outcome, the outcome of a row that shares the scope of the row above is one with that
 * above, repeated or left empty. Other rows stay.
 */
export function asExported(table: MeasureTableDraft, row: SourceRow, above: SourceRow | null): SourceRow {
  const { outcomeScope, outcome, issue } = table.columns
  const cells = row.cells.map(withoutEmptyWords)
  if (outcomeScope === undefined || outcome === undefined) return { ...row, cells }
  const sameAsAbove = (column: number) => above?.cells[column] === row.cells[column]
  const sharesScope = RANGE.test(cells[outcomeScope] ?? '') && sameAsAbove(outcomeScope)
  const isSameIssue = issue === undefined || sameAsAbove(issue)
  const isRepeated = sharesScope && isSameIssue && (cells[outcome] === '' || sameAsAbove(outcome))
  if (!isRepeated) return { ...row, cells }
  return { ...row, cells: cells.with(outcome, ''), mergedAbove: [...(row.mergedAbove ?? []), outcome] }
}

/** The number of a measure stands before the words too, and stays. */
function withoutEmptyWords(cell: string): string {
  const number = NUMBER_BEFORE.exec(cell)?.[0] ?? ''
  const text = unmarked(cell.slice(number.length))
  return (EXPORTED_EMPTY as readonly string[]).includes(text) ? number.trim() : cell
}
