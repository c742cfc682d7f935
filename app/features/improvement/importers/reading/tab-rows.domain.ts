import { parseThaiPeriod } from '../../../../kernel/thai-date.ts'
import type { ImportNote } from '../import.domain.ts'
import { noteOf } from '../ledger.domain.ts'
import { joinBroken } from '../source-text.domain.ts'

// "1 มกราคม พ.ศ. 2567 – 30 กันยายน พ.ศ. 2567" is half as long.
const LONGEST_PERIOD = 100

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
  // Each cell is the lines that it was broken over.
  const rows: { line: number; cells: string[][] }[] = []
  let width = 0
  for (const { line, text } of lines) {
    const cells = text.split('\t').map((cell) => [cell])
    const last = rows.at(-1)
    width ||= cells.length
    const isFirstBelowHead = rows.length === 1 && cells.length > 1
    if (!last || isFirstBelowHead || !goesOn(last.cells, cells, width)) {
      rows.push({ line, cells })
      continue
    }
    const [first = [], ...others] = cells
    last.cells.at(-1)?.push(...first)
    last.cells.push(...others)
    notes.push(noteOf({ code: 'lines-joined', line, text, say: (words) => words.notes.rowsJoined }))
  }
  return rows.map(({ line, cells }) => ({ line, cells: cells.map(joinBroken) }))
}

function goesOn(above: readonly string[][], cells: readonly string[][], width: number): boolean {
  const together = above.length + cells.length - 1
  return cells.length === 1 || (together <= width && !(isRow(above) && isRow(cells)))
}

const isRow = (cells: readonly string[][]): boolean =>
  cells.some(([first = '', ...others], index) => {
    const mayBePeriod = index > 0 && others.length === 0 && first.length <= LONGEST_PERIOD
    return mayBePeriod && parseThaiPeriod(first) !== null
  })
