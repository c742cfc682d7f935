import { bilingual } from '../../text/index.ts'
import type { Refusal, SourceDocument } from '../import.domain.ts'

/**
 * What one file may hold, however it is written: many times the longest report, and little enough for the memory of a
 * small machine. Files that go beyond are refused before anything is built of them.
 */
export const BOUNDS = {
  lines: 100_000,
  measures: 5_000,
  columns: 500,
  cells: 1_000_000,
  characters: 2_000_000,
  values: 200_000,
  nested: 50,
} as const

type PlaceOf = SourceDocument['placeOf']

export const tooManyLines = (found: number, placeOf: PlaceOf): Refusal => ({
  code: 'import.table-too-large',
  place: placeOf(BOUNDS.lines),
  detail: bilingual((text) => text.details.lines(found, BOUNDS.lines)),
})

export const tooManyColumns = (line: number, placeOf: PlaceOf): Refusal => ({
  code: 'import.table-too-large',
  place: placeOf(line),
  detail: bilingual((text) => text.details.columns(BOUNDS.columns)),
})

export const tooManyCharacters = (line: number, placeOf: PlaceOf): Refusal => ({
  code: 'import.too-large',
  place: placeOf(line),
  detail: bilingual((text) => text.details.characters(BOUNDS.characters)),
})

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SEPARATORS: ReadonlySet<number> = new Set([9, 124])

/** Whether a text has more lines than a report, or a line more cells than a table: tabs and bars. Null when it has not. */
export function linesBeyond(text: string, placeOf: PlaceOf): Refusal | null {
  let line = 1
  let cells = 1
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) {
      line += 1
      cells = 1
    } else if (SEPARATORS.has(code)) cells += 1
    if (line > BOUNDS.lines) return { ...tooManyLines(line, placeOf), code: 'import.too-large' }
    if (cells > BOUNDS.columns) return tooManyColumns(line, placeOf)
  }
  return null
}

/** Whether rows hold more than a table of measures does: filled rows, filled columns, letters. Null when they do not. */
export function rowsBeyond(rows: readonly (readonly unknown[])[], placeOf: PlaceOf): Refusal | null {
  let filled = 0
  let characters = 0
  for (const [index, row] of rows.entries()) {
    const last = row.findLastIndex((cell) => cell !== null && cell !== '')
    if (last < 0) continue
    filled += 1
    for (const cell of row) characters += typeof cell === 'string' ? cell.length : 0
    if (filled > BOUNDS.lines) return tooManyLines(filled, placeOf)
    if (last >= BOUNDS.columns) return tooManyColumns(index + 1, placeOf)
    if (characters > BOUNDS.characters) return tooManyCharacters(index + 1, placeOf)
  }
  return null
}
