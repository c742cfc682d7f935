import { err, ok, type Result } from '../../../kernel/result.ts'
import {
  type Catalogue,
  canonicalRef,
  type Framework,
  frameworkOf,
  type Instrument,
} from '../../catalogue/index.ts'
import type { FigureFaultCode, FigureRecord } from './figure.domain.ts'
import type { FigurePlace, placesIn } from './figure-place.domain.ts'
import { countIn, isGap, scoreIn, totalIn, yearIn } from './figure-value.domain.ts'
import type { MappedCell, MappedRow } from './mapped-rows.domain.ts'
import { type ColumnMapping, type ColumnMeaning, figureOf, foldedHead } from './mapping.domain.ts'

/** An instrument's score as it stands in the file: whether it is weighted is found out from all of them. */
export type InstrumentPiece = Readonly<{
  kind: 'instrument'
  instrument: Instrument
  text: string
  cell: MappedCell
  row: MappedRow
  base: Omit<FigureRecord, 'figure' | 'value' | 'outOf'>
  isOwnRow: boolean
}>
/** What one cell of a row gives. `isOwnRow`: the row is for this figure alone, so it may not stand twice. */
export type Piece =
  | Readonly<{ kind: 'record'; record: FigureRecord; cell: MappedCell; isOwnRow: boolean }>
  | InstrumentPiece
  | Readonly<{ kind: 'gap' }>
  | Readonly<{ kind: 'fault'; code: FigureFaultCode; cell: MappedCell; row: MappedRow; other: string }>

const HUNDRED = '100'

/** How a file is read; `placeOf` finds what a text names in a year (`placesIn`). */
export type GivenOfFile = Readonly<{
  mapping: ColumnMapping
  catalogue: Catalogue
  placeOf: ReturnType<typeof placesIn>
}>

/** All that a row says, in the order of its cells. A row without any figure says nothing. */
export function rowPieces(row: MappedRow, given: GivenOfFile): readonly Piece[] {
  const fault = (cell: MappedCell, code: FigureFaultCode, other = ''): Piece => ({
    kind: 'fault',
    code,
    cell,
    row,
    other,
  })
  const formulas = row.cells.filter(({ isFormula }) => isFormula)
  if (formulas.length > 0) return formulas.map((cell) => fault(cell, 'figure.formula'))
  const figures = row.cells.filter(
    ({ means }) => means === 'value' || means === 'level' || figureOf(means) !== null,
  )
  const filled = figures.filter(({ text }) => !isGap(text))
  const gaps = figures
    .filter(({ text, means }) => isGap(text) && (means !== 'value' || hasItem(row)))
    .map((): Piece => ({ kind: 'gap' }))
  const [first] = filled
  if (first === undefined) return gaps

  const agencyCell = cellOf(row, 'agencyName') ?? cellOf(row, 'agencyCode') ?? first
  if (row.hasAgencyColumn && row.agency === null) return [fault(agencyCell, 'figure.no-agency')]
  const { mapping, catalogue } = given
  const year = yearOfRow(row, mapping)
  if (!year.ok) return [fault(cellOf(row, 'year') ?? first, year.error)]
  const framework = frameworkOf(catalogue, year.value)
  if (framework === null)
    return [fault(cellOf(row, 'year') ?? first, 'figure.no-framework', String(year.value))]
  const read = { ...given, row, framework, fault }
  return [
    ...gaps,
    ...filled.flatMap((cell) => (cell.means === 'value' ? longPieces(read, cell) : [widePiece(read, cell)])),
  ]
}

type Reading = GivenOfFile &
  Readonly<{
    row: MappedRow
    framework: Framework
    fault: (cell: MappedCell, code: FigureFaultCode, other?: string) => Piece
  }>

const cellOf = (row: MappedRow, means: ColumnMeaning) => row.cells.find((cell) => cell.means === means)
const textOf = (row: MappedRow, means: ColumnMeaning) => cellOf(row, means)?.text ?? ''
const hasItem = (row: MappedRow) => !isGap(textOf(row, 'item')) || !isGap(textOf(row, 'instrument'))

function yearOfRow(row: MappedRow, { year }: ColumnMapping): Result<number, FigureFaultCode> {
  const written = textOf(row, 'year')
  if (isGap(written)) return year === null ? err('figure.no-year') : ok(year)
  const own = yearIn(written)
  return own === null ? err('figure.bad-year') : ok(own)
}

/** The score of a row: of its item, or where that is blank of its instrument. */
function longPieces(read: Reading, cell: MappedCell): readonly Piece[] {
  const { row, framework, placeOf, fault } = read
  const item = cellOf(row, 'item')
  const named = item && !isGap(item.text) ? item : cellOf(row, 'instrument')
  if (named === undefined || isGap(named.text)) return [fault(item ?? cell, 'figure.no-item')]
  const place = placeOf(framework.year, named.text)
  if (place === null) return [fault(named, 'figure.unknown-item', String(framework.year))]
  const counts = [cellOf(row, 'nAnswered'), cellOf(row, 'nRequired')].map((count) => ({
    count,
    value: count ? countIn(count.text) : null,
  }))
  const bad = counts.flatMap(({ count, value }) =>
    count && value === undefined ? [fault(count, 'figure.bad-count')] : [],
  )
  const [nAnswered, nRequired] = counts.map(({ value }) => value ?? null)
  return [
    ...bad,
    pieceAt(read, {
      place,
      cell,
      isOwnRow: true,
      nAnswered: nAnswered ?? null,
      nRequired: nRequired ?? null,
    }),
  ]
}

/** A column that is a figure itself. */
function widePiece(read: Reading, cell: MappedCell): Piece {
  const { framework, catalogue, fault } = read
  if (cell.means === 'level') return levelPiece(read, cell)
  const code = figureOf(cell.means) ?? ''
  const ref = canonicalRef(catalogue, framework.year, code)
  const place: FigurePlace | null =
    code === 'total' || code === 'IIT' || code === 'EIT' || code === 'OIT'
      ? { kind: 'total', part: code }
      : ref && { kind: 'score', ref }
  if (place === null) return fault({ ...cell, text: code }, 'figure.unknown-item', String(framework.year))
  return pieceAt(read, { place, cell, isOwnRow: false, nAnswered: null, nRequired: null })
}

type At = Readonly<{
  place: FigurePlace
  cell: MappedCell
  isOwnRow: boolean
  nAnswered: number | null
  nRequired: number | null
}>

function pieceAt({ row, framework, fault }: Reading, { place, cell, isOwnRow, ...counts }: At): Piece {
  const base = {
    agency: row.agency,
    year: framework.year,
    ...counts,
    sheet: row.sheet,
    row: row.row,
    column: cell.column,
  }
  if (place.kind === 'total' && place.part !== 'total')
    return { kind: 'instrument', instrument: place.part, text: cell.text, cell, row, base, isOwnRow }
  const value = place.kind === 'total' ? totalIn(cell.text, HUNDRED) : scoreIn(cell.text)
  if (!value.ok) return fault(cell, value.error, HUNDRED)
  return {
    kind: 'record',
    record: { ...base, figure: place, value: value.value, outOf: HUNDRED },
    cell,
    isOwnRow,
  }
}

function levelPiece({ row, framework, mapping, fault }: Reading, cell: MappedCell): Piece {
  const key = levelKey(framework, mapping.levels, cell.text)
  if (key === null) return fault(cell, 'figure.unknown-level', String(framework.year))
  const base = { agency: row.agency, year: framework.year, nAnswered: null, nRequired: null }
  return {
    kind: 'record',
    record: {
      ...base,
      figure: { kind: 'total', part: 'level' },
      value: key,
      outOf: null,
      sheet: row.sheet,
      row: row.row,
      column: cell.column,
    },
    cell,
    isOwnRow: false,
  }
}

/** The level that a word of a file is: as the mapping says, else by its key or title. */
function levelKey({ levels }: Framework, given: ColumnMapping['levels'], written: string): string | null {
  const folded = foldedHead(written)
  const said = Object.entries(given).find(([word]) => foldedHead(word) === folded)?.[1]
  const found = levels.find(({ key, title }) =>
    said === undefined ? [key, title.th, title.en].some((own) => foldedHead(own) === folded) : key === said,
  )
  return found?.key ?? null
}
