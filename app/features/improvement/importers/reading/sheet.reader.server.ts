import type { CellValue, Sheet } from 'hucre/xlsx'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { type CsvRows, csvRows } from '../../../../platform/office-files/csv-rows.ts'
import { unguardedText } from '../../../../platform/office-files/formula-guard.ts'
import { columnLetters } from '../../../../platform/office-files/sheet-guard.server.ts'
import { bilingual } from '../../text/index.ts'
import type { ImportNote, Reading, Refusal, SourceDocument, SourceRow } from '../import.domain.ts'
import { noteOf } from '../ledger.domain.ts'
import { findHead } from '../rules/measure-table.domain.ts'
import { literalText, withoutControls } from '../source-text.domain.ts'
import { BOUNDS, rowsBeyond, tooManyColumns, tooManyLines } from './bounds.domain.ts'

const DELIMITERS = [',', ';', '\t'] as const
const HEAD_WITHIN_ROWS = 20
// Excel's own first line that names the delimiter.
const SEPARATOR_LINE = /^sep=.\r?\n/iu

/** Whether a text is a table of measures with separators, rather than a report: its head is among its first rows. */
export const looksLikeMeasuresSheet = (text: string): boolean => delimiterOf(text) !== null

function delimiterOf(text: string): string | null {
  const start = firstLines(withoutSeparatorLine(text))
  return (
    DELIMITERS.find((delimiter) => {
      const head = findHead(
        rowsOf(csvRows(start, delimiter, { rows: HEAD_WITHIN_ROWS, columns: BOUNDS.columns }).rows, 0),
      )
      // Reports in plain text have tables with tabs too, but name the issue above them.
      return (
        head &&
        (delimiter !== '\t' || head.columns.issue !== undefined || head.columns.issueTitle !== undefined)
      )
    }) ?? null
  )
}

const withoutSeparatorLine = (text: string) => text.replace(SEPARATOR_LINE, '')
const firstLines = (text: string) => text.slice(0, 100_000)

/** Reads a table of measures with commas, semicolons or tabs. Lines of it are rows, counted from 1. */
export function readMeasuresCsv(text: string): Result<Reading, Refusal> {
  const body = withoutSeparatorLine(text)
  const start = body === text ? 0 : 1
  const { rows: records, fault } = csvRows(body, delimiterOf(text) ?? ',', {
    rows: BOUNDS.lines,
    columns: BOUNDS.columns,
  })
  const placeOf: SourceDocument['placeOf'] = (row, column) =>
    bilingual(({ places }) => (column === undefined ? places.row(row) : places.rowColumn(row, column + 1)))
  if (fault) return err(csvRefusal({ ...fault, row: start + fault.row }, placeOf))
  return ok({
    document: {
      format: 'csv',
      blocks: [{ kind: 'table', line: 1, rows: rowsOf(records, start) }],
      placeOf,
    },
    notes: controlNotes(records, start),
  })
}

function csvRefusal(
  { kind, row }: NonNullable<CsvRows['fault']>,
  placeOf: SourceDocument['placeOf'],
): Refusal {
  if (kind === 'columns') return tooManyColumns(row, placeOf)
  if (kind === 'lines') return tooManyLines(row, placeOf)
  return {
    code: 'import.damaged-file',
    place: placeOf(row),
    detail: bilingual((words) => words.details.unclosedQuote),
  }
}

/**
 * Reads the sheets of a workbook that hold anything. Merged cells keep their text in the first cell; the cells below it
 * are said to be merged with it. Damaged workbooks are refused. The bytes have passed `guardPackage`.
 */
export async function readMeasuresXlsx(bytes: Uint8Array): Promise<Result<Reading, Refusal>> {
  let sheets: readonly Sheet[]
  try {
    // Loaded when a workbook comes: a server that reads none needs it not.
    const { readXlsx } = await import('hucre/xlsx')
    sheets = (await readXlsx(bytes)).sheets.filter((sheet) => sheet.rows.length > 0)
  } catch {
    return err({ code: 'import.damaged-file', place: null, detail: null })
  }
  const starts = sheets.map((_, index) =>
    sheets.slice(0, index).reduce((sum, sheet) => sum + sheet.rows.length, 0),
  )
  const placeOf: SourceDocument['placeOf'] = (line, column = 0) => {
    const at = Math.max(
      0,
      starts.findLastIndex((start) => start < line),
    )
    const cell = `${columnLetters(column + 1)}${line - (starts[at] ?? 0)}`
    return bilingual(({ places }) => places.cell(sheets[at]?.name ?? '', cell))
  }
  const beyond = rowsBeyond(
    sheets.flatMap(({ rows }) => rows),
    placeOf,
  )
  if (beyond) return err(beyond)
  const blocks = sheets.map((sheet, index) => {
    const start = starts[index] ?? 0
    return { kind: 'table', line: start + 1, rows: rowsOf(sheet.rows, start, sheet.merges ?? []) } as const
  })
  const notes = sheets.flatMap((sheet, index) => controlNotes(sheet.rows, starts[index] ?? 0))
  return ok({ document: { format: 'xlsx', blocks, placeOf }, notes })
}

/** Rows out of which control characters were taken. */
const controlNotes = (rows: readonly (readonly CellValue[])[], start: number): readonly ImportNote[] =>
  rows.flatMap((row, index) => {
    const cell = row.find((value) => typeof value === 'string' && withoutControls(value) !== value)
    if (cell === undefined) return []
    const text = withoutControls(String(cell))
    const line = start + index + 1
    return [noteOf({ code: 'markup-removed', line, text, say: (words) => words.notes.controlsRemoved })]
  })

function rowsOf(
  rows: readonly (readonly CellValue[])[],
  start: number,
  merges: NonNullable<Sheet['merges']> = [],
): readonly SourceRow[] {
  const width = 1 + rows.reduce((last, row) => Math.max(last, row.findLastIndex(isFilled)), -1)
  const merged = columnsMergedAbove(merges, rows.length, width)
  return rows.map((row, index) => {
    const mergedAbove = merged.get(index)
    const cells = row.slice(0, width).map((cell, column) => (mergedAbove?.has(column) ? '' : cellText(cell)))
    return { line: start + index + 1, cells, ...(mergedAbove && { mergedAbove: [...mergedAbove] }) }
  })
}

const isFilled = (cell: CellValue) => cell !== null && cell !== ''

/** By row, the columns whose cell is one with the cell above. */
function columnsMergedAbove(
  merges: NonNullable<Sheet['merges']>,
  rows: number,
  width: number,
): ReadonlyMap<number, ReadonlySet<number>> {
  const merged = new Map<number, Set<number>>()
  for (const { startRow, endRow, startCol, endCol } of merges)
    for (let row = startRow + 1; row <= Math.min(endRow, rows - 1); row += 1) {
      const columns = merged.get(row) ?? new Set()
      for (let column = startCol; column <= Math.min(endCol, width - 1); column += 1) columns.add(column)
      if (columns.size > 0) merged.set(row, columns)
    }
  return merged
}

function cellText(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date) return formatDay(value.toISOString().slice(0, 10), 'th')
  return literalText(unguardedText(withoutControls(String(value))))
    .replace(/\r\n?/gu, '\n')
    .replace(/^[ \t]*[\u2022\u00b7\u25cf\u25aa]\s*/gmu, '- ')
    .trim()
}
