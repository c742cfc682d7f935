import { parseThaiPeriod } from '../../../kernel/thai-date.ts'
import type { ImportNote } from './import.domain.ts'
import { noteOf } from './ledger.domain.ts'
import { joinBroken } from './source-text.domain.ts'

export type RawRow = Readonly<{ line: number; cells: readonly string[] }>

/**
 * Rows of a table with tabs, of which the first has all its cells. A row with too few cells and the line below it are one
 * broken row when together they have no more cells than the first; a line without tabs is the rest of the cell above.
 * Rows that lack only their last, empty cells look alike, so lines with a period in the same cell stay apart.
 */
export function joinRows(
  lines: readonly Readonly<{ line: number; text: string }>[],
  notes: ImportNote[],
): readonly RawRow[] {
  const rows: { line: number; cells: string[] }[] = []
  let width = 0
  for (const { line, text } of lines) {
    const cells = text.split('\t')
    const last = rows.at(-1)
    if (!last) {
      rows.push({ line, cells })
      width = cells.length
      continue
    }
    if (rows.length === 1 && cells.length > 1) {
      rows.push({ line, cells })
      continue
    }
    const together = last.cells.length + cells.length - 1
    const goesOn = cells.length === 1 || (together <= width && !(isRow(last.cells) && isRow(cells)))
    if (!goesOn) {
      rows.push({ line, cells })
      continue
    }
    const [first = '', ...others] = cells
    last.cells.push(joinBroken(last.cells.pop() ?? '', first), ...others)
    notes.push(noteOf({ code: 'lines-joined', line, text, say: (words) => words.notes.rowsJoined }))
  }
  return rows
}

const isRow = (cells: readonly string[]): boolean =>
  cells.some((cell, index) => index > 0 && parseThaiPeriod(cell) !== null)
