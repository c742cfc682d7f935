import type { Catalogue, Instrument } from '../../catalogue/index.ts'
import type { FigureFault, FigureRecord, FiguresFault } from './figure.domain.ts'
import { placesIn } from './figure-place.domain.ts'
import { totalIn } from './figure-value.domain.ts'
import { scaleOf, type WrittenTotals, weightsOf } from './instrument-scale.domain.ts'
import { mappedRows, rowKey } from './mapped-rows.domain.ts'
import {
  agencyKey,
  type ColumnMapping,
  type ColumnMeaning,
  figureOf,
  type InstrumentScale,
  type WrittenAgency,
} from './mapping.domain.ts'
import type { ResultTable } from './result-table.domain.ts'
import { type InstrumentPiece, type Piece, rowPieces } from './row-figures.domain.ts'

/** An agency of a file, with how many rows it has. */
export type FileAgency = WrittenAgency & Readonly<{ key: string; rows: number }>

export type FiguresIn = Readonly<{
  records: readonly FigureRecord[]
  faults: readonly FigureFault[]
  /** Cells that say that there is no figure. */
  gaps: number
  /** All of the file, in its order, also those whose rows are not read. */
  agencies: readonly FileAgency[]
  /** What the mapping leaves open and the file does not say; nothing is read before it is answered. */
  asks: readonly FiguresFault[]
  /** How scores of instruments are understood; null where there are none. */
  scale: InstrumentScale | null
}>

const LONGEST_SHOWN = 60

/** The figures of a file by what its columns are said to be, and what is wrong with which cell. */
export function figuresIn(
  tables: readonly ResultTable[],
  mapping: ColumnMapping,
  catalogue: Catalogue,
): FiguresIn {
  const rows = tables.flatMap((table) => mappedRows(table, mapping))
  const agencies = agenciesOf(rows.flatMap(({ agency }) => agency ?? []))
  const asked = asksOf(mapping)
  const nothing = { records: [], faults: [], gaps: 0, agencies, scale: null }
  if (asked.length > 0) return { ...nothing, asks: asked }

  const read = rows.filter((row) => mapping.agency === null || rowKey(row) === mapping.agency)
  const given = { mapping, catalogue, placeOf: placesIn(catalogue) }
  const pieces = read.flatMap((row) => rowPieces(row, given))
  const scale = scaleOf(totalsOf(pieces), catalogue, mapping.instrumentScale)
  if (scale === 'ask') return { ...nothing, asks: ['figures.ask-scale'] }

  const judged = pieces.map((piece) =>
    piece.kind === 'instrument' ? judgedInstrument(piece, scale ?? 'of-100', catalogue) : piece,
  )
  const { records, repeated } = once(judged)
  const faults = [...judged.flatMap((piece) => (piece.kind === 'fault' ? [faultOf(piece)] : [])), ...repeated]
  return {
    records,
    faults: oneForAYear(faults),
    gaps: judged.filter(({ kind }) => kind === 'gap').length,
    agencies,
    asks: records.length === 0 && faults.length === 0 ? ['figures.no-rows'] : [],
    scale,
  }
}

function asksOf({ columns, year }: ColumnMapping): readonly FiguresFault[] {
  const has = (means: ColumnMeaning) => columns.some((column) => column.means === means)
  const isLong = has('value')
  const isWide = has('level') || columns.some(({ means }) => figureOf(means) !== null)
  const lacksColumns = (!isLong && !isWide) || (isLong && !has('item') && !has('instrument'))
  return [
    ...(lacksColumns ? (['figures.no-columns'] as const) : []),
    ...(!has('year') && year === null ? (['figures.ask-year'] as const) : []),
  ]
}

function agenciesOf(written: readonly WrittenAgency[]): readonly FileAgency[] {
  const found = new Map<string, FileAgency>()
  for (const agency of written) {
    const key = agencyKey(agency)
    found.set(key, { ...(found.get(key) ?? { ...agency, key }), rows: (found.get(key)?.rows ?? 0) + 1 })
  }
  return [...found.values()]
}

/** What each agency has in each year, for finding out how its instruments are written. */
function totalsOf(pieces: readonly Piece[]): readonly WrittenTotals[] {
  const found = new Map<
    string,
    { year: number; instruments: Map<Instrument, string>; total: string | null }
  >()
  for (const piece of pieces) {
    const of = piece.kind === 'instrument' ? piece.base : piece.kind === 'record' ? piece.record : null
    if (of === null) continue
    const key = `${rowKey(of)} ${of.year}`
    const row = found.get(key) ?? { year: of.year, instruments: new Map(), total: null }
    found.set(key, row)
    if (piece.kind === 'instrument') row.instruments.set(piece.instrument, piece.text)
    else if (
      piece.kind === 'record' &&
      piece.record.figure.kind === 'total' &&
      piece.record.figure.part === 'total'
    )
      row.total = piece.record.value
  }
  return [...found.values()]
}

/** An instrument's score, now that it is known what it is out of. */
function judgedInstrument(piece: InstrumentPiece, scale: InstrumentScale, catalogue: Catalogue): Piece {
  const { base, cell, instrument, isOwnRow } = piece
  const weight = weightsOf(catalogue, base.year).get(instrument)
  const outOf = scale === 'weighted' && weight !== undefined ? String(weight) : '100'
  const value = totalIn(piece.text, outOf)
  if (!value.ok) return { kind: 'fault', code: value.error, cell, row: piece.row, other: outOf }
  return {
    kind: 'record',
    record: { ...base, figure: { kind: 'total', part: instrument }, value: value.value, outOf },
    cell,
    isOwnRow,
  }
}

/**
 * Each figure once. The same value again in a column of its own is a merged cell that was filled; everything else that
 * stands twice is wrong.
 */
function once(pieces: readonly Piece[]) {
  const first = new Map<string, FigureRecord>()
  const repeated: FigureFault[] = []
  for (const piece of pieces) {
    if (piece.kind !== 'record') continue
    const { record, cell, isOwnRow } = piece
    const what = record.figure.kind === 'score' ? record.figure.ref : `${record.year} ${record.figure.part}`
    const key = `${rowKey(record)} ${what}`
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, record)
    else if (isOwnRow || earlier.value !== record.value)
      repeated.push({
        sheet: record.sheet,
        row: record.row,
        column: record.column,
        head: cell.head,
        code: 'figure.twice',
        value: what,
        other: String(earlier.row),
      })
  }
  return { records: [...first.values()], repeated }
}

const faultOf = ({ code, cell, row, other }: Extract<Piece, { kind: 'fault' }>): FigureFault => ({
  sheet: row.sheet,
  row: row.row,
  column: cell.column,
  head: cell.head,
  code,
  value: cell.text.length > LONGEST_SHOWN ? `${cell.text.slice(0, LONGEST_SHOWN)}…` : cell.text,
  other,
})

/** That the program does not know a year is said once, not for each row of it. */
const oneForAYear = (faults: readonly FigureFault[]): readonly FigureFault[] =>
  faults.filter(
    (fault, at) =>
      fault.code !== 'figure.no-framework' ||
      faults.findIndex(({ code, other }) => code === fault.code && other === fault.other) === at,
  )

/** Words for a level in the file that no framework of its years knows, each once. */
export const unknownLevels = (faults: readonly FigureFault[]): readonly string[] => [
  ...new Set(faults.flatMap(({ code, value }) => (code === 'figure.unknown-level' ? [value] : []))),
]
