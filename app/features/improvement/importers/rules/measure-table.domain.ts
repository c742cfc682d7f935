import type { SourceRow } from '../import.domain.ts'
import { unmarked } from '../source-text.domain.ts'
import { COLUMN_PATTERNS, type ColumnKey } from './import-words.th.ts'

export type ColumnMap = Readonly<Partial<Record<ColumnKey, number>>>
/** A header that no column is known by; `taken` when another column is already known by what it says. */
export type UnknownColumn = Readonly<{ column: number; header: string; taken: boolean }>
/** A table whose head was read. */
export type MeasureTableDraft = Readonly<{
  line: number
  columns: ColumnMap
  unknown: readonly UnknownColumn[]
  headers: readonly string[]
  width: number
  rows: readonly SourceRow[]
}>
export type TableHead = Omit<MeasureTableDraft, 'rows'> & Readonly<{ index: number }>

/** The five columns of the report, in its order (ITA 2568, O28: its three elements with period and owner). */
export const REPORT_COLUMNS = ['measure', 'period', 'owners', 'summary', 'outcome'] as const
export type ReportColumn = (typeof REPORT_COLUMNS)[number]

const PATTERNS = Object.entries(COLUMN_PATTERNS).map(
  ([key, source]) => [key as ColumnKey, new RegExp(source, 'iu')] as const,
)
const NAMES_MEASURES = /^measures?$/iu
const HEAD_WITHIN_ROWS = 20
const FEWEST_COLUMNS = 3

/** The row that heads a table of measures: the first that names at least three of its columns. Null when none does. */
export function findHead(rows: readonly SourceRow[]): TableHead | null {
  for (const [index, row] of rows.slice(0, HEAD_WITHIN_ROWS).entries()) {
    const head = readHead(row)
    if (REPORT_COLUMNS.filter((key) => head.columns[key] !== undefined).length >= FEWEST_COLUMNS)
      return { ...head, index }
  }
  return null
}

function readHead(row: SourceRow): Omit<MeasureTableDraft, 'rows'> {
  const columns: Partial<Record<ColumnKey, number>> = {}
  const unknown: UnknownColumn[] = []
  const headers = row.cells.map((cell) => unmarked(cell).replace(/\s+/gu, ' '))
  for (const [column, header] of headers.entries()) {
    const names = PATTERNS.filter(([, pattern]) => pattern.test(header)).map(([name]) => name)
    const key = names.find((name) => columns[name] === undefined)
    if (key) columns[key] = column
    else if (header !== '') unknown.push({ column, header, taken: names.length > 0 })
  }
  // "Measure" heads the text of the measures, unless another column does: then it heads their numbers.
  const { measureNumber, measure, ...others } = columns
  const isText =
    measure === undefined && measureNumber !== undefined && NAMES_MEASURES.test(headers[measureNumber] ?? '')
  const settled = isText ? { ...others, measure: measureNumber } : columns
  return { line: row.line, columns: settled, unknown, headers, width: row.cells.length }
}

/** The same row again: tables that run over pages repeat their head. */
export const isHeadAgain = (table: MeasureTableDraft, row: SourceRow): boolean =>
  row.cells.length === table.headers.length &&
  row.cells.every((cell, column) => unmarked(cell).replace(/\s+/gu, ' ') === table.headers[column])
