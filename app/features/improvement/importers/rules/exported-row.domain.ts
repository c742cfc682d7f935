import type { SourceRow } from '../import.domain.ts'
import { unmarked } from '../source-text.domain.ts'
import { EXPORTED_EMPTY } from './import-words.th.ts'
import type { MeasureTableDraft } from './measure-table.domain.ts'

const RANGE = /\d\s*[-\u2013]\s*\d/u

/**
 * A row of a sheet that this program wrote, known by its column for the scope of the outcome, as the report has it: words
 * for an empty cell are no text, and an outcome repeated for the measures that share it is one. Other rows stay.
 */
export function asExported(table: MeasureTableDraft, row: SourceRow, above: SourceRow | null): SourceRow {
  const { outcomeScope, outcome } = table.columns
  if (outcomeScope === undefined || outcome === undefined) return row
  const cells = row.cells.map((cell) =>
    (EXPORTED_EMPTY as readonly string[]).includes(unmarked(cell)) ? '' : cell,
  )
  const isRepeated =
    RANGE.test(cells[outcomeScope] ?? '') &&
    above?.cells[outcomeScope] === cells[outcomeScope] &&
    above?.cells[outcome] === cells[outcome]
  if (!isRepeated) return { ...row, cells }
  return { ...row, cells: cells.with(outcome, ''), mergedAbove: [...(row.mergedAbove ?? []), outcome] }
}
