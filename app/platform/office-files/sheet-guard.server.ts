import { attributeOf, UnusualXml, type XmlTag } from './xml-tags.server.ts'

/** A parser fills every cell from A1 to the last row and column: so many at most. */
export const MOST_CELLS = 1_000_000

const ROW = /^\d{1,7}$/u
const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u
const RANGE = /^([^:]+)(?::([^:]+))?$/u

/**
 * How far a sheet reaches, as its tags say one after the other; rows and columns count from 1. A parser fills every cell
 * from A1 to the last row and column.
 */
export type SheetReach = {
  rows: number
  columns: number
  merged: number
  row: number
  column: number
  fault: SheetFault | null
}
/** The cell at which a sheet goes beyond the bound, and by what. */
export type SheetFault = Readonly<{
  cell: string
  what:
    | Readonly<{ kind: 'grid'; rows: number; columns: number }>
    | Readonly<{ kind: 'merges'; cells: number }>
}>

export const newReach = (): SheetReach => ({
  rows: 0,
  columns: 0,
  merged: 0,
  row: 0,
  column: 0,
  fault: null,
})

/** Takes one tag of a worksheet into account. Rows and cells without a place follow the one before. */
export function reach(sheet: SheetReach, tag: XmlTag): void {
  if (tag.kind === 'close' || sheet.fault) return
  if (tag.name === 'row') openRow(sheet, tag)
  else if (tag.name === 'c') openCell(sheet, tag)
  else if (tag.name === 'mergeCell') merge(sheet, tag)
}

function openRow(sheet: SheetReach, tag: XmlTag): void {
  const written = attributeOf(tag, 'r')
  if (written !== null && !ROW.test(written)) throw new UnusualXml()
  sheet.row = written === null ? sheet.row + 1 : Number(written)
  sheet.column = 0
}

function openCell(sheet: SheetReach, tag: XmlTag): void {
  const written = attributeOf(tag, 'r')
  const cell = written === null ? { row: sheet.row, column: sheet.column + 1 } : placeOf(written)
  sheet.column = cell.column
  sheet.rows = Math.max(sheet.rows, cell.row)
  sheet.columns = Math.max(sheet.columns, cell.column)
  const { rows, columns } = sheet
  if (rows * columns > MOST_CELLS)
    sheet.fault = { cell: columnLetters(cell.column) + cell.row, what: { kind: 'grid', rows, columns } }
}

function merge(sheet: SheetReach, tag: XmlTag): void {
  const [, first, last = first] = RANGE.exec(attributeOf(tag, 'ref') ?? '') ?? []
  if (first === undefined || last === undefined) throw new UnusualXml()
  const [from, to] = [placeOf(first), placeOf(last)]
  sheet.merged += (Math.abs(to.row - from.row) + 1) * (Math.abs(to.column - from.column) + 1)
  if (sheet.merged > MOST_CELLS) sheet.fault = { cell: first, what: { kind: 'merges', cells: sheet.merged } }
}

function placeOf(written: string): { row: number; column: number } {
  const [, letters, row] = CELL.exec(written) ?? []
  if (letters === undefined || row === undefined) throw new UnusualXml()
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(row), column }
}

/** The letters of a column that counts from 1. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return column <= 26 ? letter : columnLetters(Math.floor((column - 1) / 26)) + letter
}
