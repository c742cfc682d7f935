import { ROLES, type RoleName } from '../../../kernel/actor.ts'
import { roleText } from '../text/index.ts'
import type { CellFault, CellFaultCode } from './roster.errors.ts'
import {
  ENGLISH_HEADS,
  ENGLISH_LANGUAGES,
  ENGLISH_ROLES,
  ROSTER_COLUMNS,
  type RosterColumn,
} from './roster-column.table.ts'
import { THAI_HEADS, THAI_LANGUAGES, THAI_ROLES } from './roster-reading-words.th.ts'
import { rosterText } from './text/index.ts'

export type RosterCell = Readonly<{ text: string; isFormula: boolean }>
/** `firstRow` is the number of its first row. */
export type RosterSheet = Readonly<{
  name: string | null
  firstRow: number
  rows: readonly (readonly RosterCell[])[]
}>
/** A row that holds anything; an empty cell is not there. Rows and columns count from 1. */
export type RosterRow = Readonly<{
  sheet: string | null
  row: number
  hasFormula: boolean
  cells: Readonly<Partial<Record<RosterColumn, Readonly<{ text: string; column: number }>>>>
}>

const HEAD_WITHIN_ROWS = 10
const LONGEST_SHOWN = 80

/** A word as it is compared: capitals, blanks and most signs do not tell two apart. */
export const foldWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-–_.()*:/]+/gu, '')

const COLUMN_OF = new Map<string, RosterColumn>(
  ROSTER_COLUMNS.flatMap((column) =>
    [
      column,
      rosterText('th').heads[column],
      rosterText('en').heads[column],
      ...ENGLISH_HEADS[column],
      ...THAI_HEADS[column],
    ].map((head) => [foldWord(head), column] as const),
  ),
)

const ROLE_OF = new Map<string, RoleName>([
  ...ROLES.flatMap((role) =>
    [role, roleText('th').names[role], roleText('en').names[role]].map(
      (name) => [foldWord(name), role] as const,
    ),
  ),
  ...Object.entries({ ...ENGLISH_ROLES, ...THAI_ROLES }).map(
    ([name, role]) => [foldWord(name), role as RoleName] as const,
  ),
])

const LANGUAGE_OF = new Map(
  Object.entries({ ...ENGLISH_LANGUAGES, ...THAI_LANGUAGES }).map(([name, lang]) => [foldWord(name), lang]),
)

export const roleNamed = (text: string): RoleName | null => ROLE_OF.get(foldWord(text)) ?? null
export const languageNamed = (text: string): 'th' | 'en' | null => LANGUAGE_OF.get(foldWord(text)) ?? null

export const faultAt = (
  place: Readonly<{ sheet: string | null; row: number; column: number }>,
  code: CellFaultCode,
  value = '',
  other = '',
): CellFault => ({ ...place, code, value: shortened(value), other: shortened(other) })

const shortened = (text: string) => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text)

/** Rows of every sheet that holds anything, under the heads of that sheet. Cells that are formulas are no content. */
export function rosterRows(sheets: readonly RosterSheet[]): {
  rows: readonly RosterRow[]
  faults: readonly CellFault[]
} {
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some(isFilled)))
  const read = filled.map(rowsOfSheet)
  const rows = read.flatMap((sheet) => sheet.rows)
  const faults = read.flatMap((sheet) => sheet.faults)
  if (rows.length > 0 || faults.length > 0) return { rows, faults }
  const code = filled.length === 0 ? 'roster.no-head' : 'roster.no-rows'
  return { rows, faults: [faultAt({ sheet: filled[0]?.name ?? null, row: 1, column: 1 }, code)] }
}

function rowsOfSheet({ name: sheet, firstRow, rows }: RosterSheet) {
  const faults: CellFault[] = []
  const at = rows
    .slice(0, HEAD_WITHIN_ROWS)
    .findIndex((row) => row.some(({ text }) => COLUMN_OF.has(foldWord(text))))
  if (at < 0) return { rows: [], faults: [faultAt({ sheet, row: firstRow, column: 1 }, 'roster.no-head')] }
  const columns = new Map<RosterColumn, number>()
  for (const [index, { text, isFormula }] of (rows[at] ?? []).entries()) {
    const place = { sheet, row: firstRow + at, column: index + 1 }
    const column = COLUMN_OF.get(foldWord(text))
    const earlier = column && columns.get(column)
    if (isFormula) faults.push(faultAt(place, 'roster.formula'))
    else if (column === undefined && text !== '') faults.push(faultAt(place, 'roster.unknown-column', text))
    else if (earlier !== undefined) faults.push(faultAt(place, 'roster.column-twice', text, letters(earlier)))
    else if (column !== undefined) columns.set(column, index + 1)
  }
  faults.push(...headless(rows.slice(at), { sheet, row: firstRow + at }))
  const read = rows.slice(at + 1).map((row, index): RosterRow => {
    const place = { sheet, row: firstRow + at + 1 + index }
    for (const [column, { isFormula }] of row.entries())
      if (isFormula) faults.push(faultAt({ ...place, column: column + 1 }, 'roster.formula'))
    const cells = [...columns].flatMap(([column, number]) => {
      const cell = row[number - 1]
      return cell && cell.text !== '' && !cell.isFormula
        ? [[column, { text: cell.text, column: number }]]
        : []
    })
    return { ...place, hasFormula: row.some(({ isFormula }) => isFormula), cells: Object.fromEntries(cells) }
  })
  return { rows: read.filter(({ cells }) => Object.keys(cells).length > 0), faults }
}

/** Cells below no head at all: what stands there would be lost. One fault for each such column. */
function headless(
  [head = [], ...below]: RosterSheet['rows'],
  { sheet, row }: { sheet: string | null; row: number },
): readonly CellFault[] {
  const found = new Map<number, CellFault>()
  for (const [index, cells] of below.entries())
    for (const [column, { text }] of cells.entries())
      if (text !== '' && (head[column]?.text ?? '') === '' && !found.has(column))
        found.set(
          column,
          faultAt({ sheet, row: row + 1 + index, column: column + 1 }, 'roster.unknown-column', text),
        )
  return [...found.values()]
}

/** Faults as somebody who corrects the file goes through it. */
export const inFileOrder = (a: CellFault, b: CellFault): number =>
  (a.sheet ?? '').localeCompare(b.sheet ?? '') || a.row - b.row || a.column - b.column

const isFilled = ({ text, isFormula }: RosterCell) => text !== '' || isFormula

/** The letters of a column that counts from 1. */
export const letters = (column: number): string =>
  (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26))
