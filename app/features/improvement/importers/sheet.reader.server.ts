import { parseCsv } from 'hucre/csv'
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { bilingual } from '../text/index.ts'
import type { ImportNote, Reading, Refusal, SourceRow } from './import.domain.ts'
import { noteOf } from './ledger.domain.ts'
import { findHead } from './measure-table.domain.ts'
import { literalText, withoutControls } from './source-text.domain.ts'

const DELIMITERS = [',', ';', '\t'] as const
const HEAD_WITHIN_ROWS = 20
// Excel's own first line that names the delimiter.
const SEPARATOR_LINE = /^sep=.\r?\n/iu
// Exports put an apostrophe before a text that a spreadsheet would take for a formula.
const GUARDED_FORMULA = /^'(?=[=+\-@\t])/u

/** Whether a text is a table of measures with separators, rather than a report: its head is among its first rows. */
export const looksLikeMeasuresSheet = (text: string): boolean => delimiterOf(text) !== null

function delimiterOf(text: string): string | null {
  const start = firstLines(withoutSeparatorLine(text))
  return (
    DELIMITERS.find((delimiter) => {
      const head = findHead(rowsOf(parseCsv(start, { delimiter, maxRows: HEAD_WITHIN_ROWS }), 0))
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
export function readMeasuresCsv(text: string): Reading {
  const body = withoutSeparatorLine(text)
  const start = body === text ? 0 : 1
  const records = parseCsv(body, { delimiter: delimiterOf(text) ?? ',' })
  const rows = rowsOf(records, start)
  return {
    document: {
      format: 'csv',
      blocks: [{ kind: 'table', line: 1, rows }],
      placeOf: (row, column) =>
        bilingual(({ places }) =>
          column === undefined ? places.row(row) : places.rowColumn(row, column + 1),
        ),
    },
    notes: controlNotes(records, start),
  }
}

/**
 * Reads the sheets of a workbook that hold anything. Merged cells keep their text in the first cell; the cells below it
 * are said to be merged with it. Damaged workbooks are refused.
 */
export async function readMeasuresXlsx(bytes: Uint8Array): Promise<Result<Reading, Refusal>> {
  let sheets: readonly Sheet[]
  try {
    sheets = (await readXlsx(bytes)).sheets.filter((sheet) => sheet.rows.length > 0)
  } catch {
    return err({ code: 'import.damaged-file', place: null, detail: null })
  }
  const starts = sheets.map((_, index) =>
    sheets.slice(0, index).reduce((sum, sheet) => sum + sheet.rows.length, 0),
  )
  const blocks = sheets.map((sheet, index) => {
    const start = starts[index] ?? 0
    return { kind: 'table', line: start + 1, rows: rowsOf(sheet.rows, start, sheet.merges ?? []) } as const
  })
  const placeOf = (line: number, column = 0) => {
    const at = Math.max(
      0,
      starts.findLastIndex((start) => start < line),
    )
    const cell = `${columnName(column)}${line - (starts[at] ?? 0)}`
    return bilingual(({ places }) => places.cell(sheets[at]?.name ?? '', cell))
  }
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
  return rows.map((row, index) => {
    const covering = merges.filter(({ startRow, endRow }) => startRow < index && index <= endRow)
    const mergedAbove = covering.flatMap(({ startCol, endCol }) =>
      Array.from({ length: endCol - startCol + 1 }, (_, at) => startCol + at),
    )
    const cells = row.map((cell, column) => (mergedAbove.includes(column) ? '' : cellText(cell)))
    return { line: start + index + 1, cells, ...(mergedAbove.length > 0 && { mergedAbove }) }
  })
}

function cellText(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date) return formatDay(value.toISOString().slice(0, 10), 'th')
  return literalText(withoutControls(String(value)).replace(GUARDED_FORMULA, ''))
    .replace(/\r\n?/gu, '\n')
    .replace(/^[ \t]*[\u2022\u00b7\u25cf\u25aa]\s*/gmu, '- ')
    .trim()
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
