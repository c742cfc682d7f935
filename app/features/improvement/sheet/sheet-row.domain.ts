import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import { measureFactsText } from '../measures/facts/text/index.ts'
import { MEASURE_KINDS } from '../working/working-cycle.domain.ts'
import type { SheetCellFault, SheetFaultCode } from './sheet.errors.ts'
import { SHEET_COLUMNS, type SheetColumn, TYPED_COLUMNS, type TypedColumn } from './sheet-column.table.ts'
import { sheetText } from './text/index.ts'

export type SheetOfCells = Readonly<{
  name: string | null
  firstRow: number
  rows: readonly (readonly Readonly<{ text: string; isFormula: boolean }>[])[]
}>

export type Place = Readonly<{ sheet: string | null; row: number }>

/** A row of a sheet before it is held against the year. A column that the sheet lacks is absent in `typed`. */
export type SheetRow = Place &
  Readonly<{
    /** Identifier of the measure; null for a new one. */
    key: string | null
    /** The version that its writer saw; null for a new one. */
    version: number | null
    /** Number of its issue, or null where the title names it. */
    issue: number | null
    issueTitle: string
    typed: Readonly<Partial<Record<TypedColumn, string>>>
    /** Where each column stands, from 1. */
    columns: Readonly<Partial<Record<SheetColumn, number>>>
  }>

const HEAD_WITHIN_ROWS = 10
const LONGEST_SHOWN = 80

/** A word as it is compared: capitals, blanks and most signs do not tell two apart. */
export const foldHead = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-–_.()*:/]+/gu, '')

const COLUMN_OF = new Map<string, SheetColumn>(
  SHEET_COLUMNS.flatMap((column) =>
    [column, sheetText('th').heads[column], sheetText('en').heads[column]].map(
      (head) => [foldHead(head), column] as const,
    ),
  ),
)
const KIND_OF = new Map<string, string>(
  MEASURE_KINDS.flatMap((kind) =>
    [kind, measureFactsText('th').kinds[kind], measureFactsText('en').kinds[kind]].map(
      (name) => [foldHead(name), kind] as const,
    ),
  ),
)

/** Of the column that the error file adds: whoever corrects that file may send it as it is. */
const ERROR_HEADS = new Set([sheetText('th').errorColumn, sheetText('en').errorColumn].map(foldHead))

/** Rows of every sheet that has heads of measures; sheets without any, such as one of notes, are passed over. */
export function sheetRows(sheets: readonly SheetOfCells[]): {
  rows: readonly SheetRow[]
  faults: readonly SheetCellFault[]
} {
  const read = sheets.flatMap((sheet) => rowsOfSheet(sheet) ?? [])
  if (read.length === 0)
    return { rows: [], faults: [sheetFault({ sheet: null, row: 1 }, 1, 'sheet.no-head')] }
  const rows = read.flatMap((one) => one.rows)
  const faults = [...read.flatMap((one) => one.faults), ...twice(rows)]
  if (rows.length === 0 && faults.length === 0)
    return { rows, faults: [sheetFault({ sheet: null, row: 1 }, 1, 'sheet.no-rows')] }
  return { rows, faults }
}

export const sheetFault = (
  { sheet, row }: Place,
  column: number,
  code: SheetFaultCode,
  value = '',
): SheetCellFault => ({
  sheet,
  row,
  column,
  code,
  value: value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value,
})

function rowsOfSheet({ name: sheet, firstRow, rows }: SheetOfCells) {
  const head = rows
    .slice(0, HEAD_WITHIN_ROWS)
    .findIndex((row) => row.some(({ text }) => COLUMN_OF.get(foldHead(text)) === 'text'))
  if (head < 0) return null
  const faults: SheetCellFault[] = []
  const columns: Partial<Record<SheetColumn, number>> = {}
  for (const [index, { text }] of (rows[head] ?? []).entries()) {
    const column = COLUMN_OF.get(foldHead(text))
    if (ERROR_HEADS.has(foldHead(text))) continue
    const place = { sheet, row: firstRow + head }
    if (column === undefined && text !== '')
      faults.push(sheetFault(place, index + 1, 'sheet.unknown-column', text))
    else if (column !== undefined && columns[column] !== undefined)
      faults.push(sheetFault(place, index + 1, 'sheet.column-twice', text))
    else if (column !== undefined) columns[column] = index + 1
  }
  const read: SheetRow[] = []
  for (const [index, cells] of rows.slice(head + 1).entries()) {
    const place = { sheet, row: firstRow + head + 1 + index }
    for (const [at, { isFormula }] of cells.entries())
      if (isFormula) faults.push(sheetFault(place, at + 1, 'sheet.formula'))
    if (cells.every(({ text }) => text === '')) continue
    const row = readRow(place, columns, (column) => cells[(columns[column] ?? 0) - 1]?.text ?? '')
    if ('code' in row) faults.push(row)
    else read.push(row)
  }
  return { rows: read, faults }
}

function readRow(
  place: Place,
  columns: SheetRow['columns'],
  cellOf: (column: SheetColumn) => string,
): SheetRow | SheetCellFault {
  const at = (column: SheetColumn) => columns[column] ?? 1
  const key = cellOf('key').toLowerCase()
  if (key !== '' && !isUuid(key)) return sheetFault(place, at('key'), 'sheet.bad-key', key)
  const version = Number(toArabicDigits(cellOf('version')))
  if (key !== '' && !(Number.isInteger(version) && version >= 1))
    return sheetFault(place, at('version'), 'sheet.bad-version', cellOf('version'))
  const number = toArabicDigits(cellOf('issue')).replace(/\.0+$/u, '')
  if (number !== '' && !/^\d{1,4}$/u.test(number))
    return sheetFault(place, at('issue'), 'sheet.bad-issue', number)
  const typed = TYPED_COLUMNS.flatMap((column) =>
    columns[column] === undefined ? [] : [[column, typedCell(column, cellOf(column))] as const],
  )
  return {
    ...place,
    key: key === '' ? null : key,
    version: key === '' ? null : version,
    issue: number === '' ? null : Number(number),
    issueTitle: cellOf('issueTitle'),
    typed: Object.fromEntries(typed),
    columns,
  }
}

/** A kind is written as a word. */
const typedCell = (column: TypedColumn, text: string): string =>
  column === 'kind' ? (KIND_OF.get(foldHead(text)) ?? text) : text

/** A measure that stands in two rows: which of them is meant nobody can say. */
function twice(rows: readonly SheetRow[]): readonly SheetCellFault[] {
  const first = new Map<string, SheetRow>()
  return rows.flatMap((row) => {
    if (row.key === null) return []
    const earlier = first.get(row.key)
    if (!earlier) {
      first.set(row.key, row)
      return []
    }
    return [sheetFault(row, row.columns.key ?? 1, 'sheet.key-twice', String(earlier.row))]
  })
}
