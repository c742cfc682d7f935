import type { Cell, CellValue, MergeRange, Sheet } from 'hucre/xlsx'
import { err, ok, type Result } from '../../kernel/result.ts'
import { cleanedCell, csvCell, csvDelimiter, SEPARATOR_LINE, type SheetCell } from './csv-cells.ts'
import { csvRows } from './csv-rows.ts'
import type { FileFaultCode } from './file-fault.ts'
import { sniffBytes } from './sniff-bytes.server.ts'

/** `name` is null for CSV; `firstRow` is the number of its first row, from 1. */
export type CellSheet = Readonly<{
  name: string | null
  firstRow: number
  rows: readonly (readonly SheetCell[])[]
}>
export type CellLimits = Readonly<{ bytes: number; rows: number; columns: number }>

type ReadingOfCells = Readonly<{
  limits: CellLimits
  /** Words of which such a file in Windows-874 holds at least two. */
  thaiWords: readonly string[]
  /** Whether blanks at the start of a line mean something, as in a list within a list. */
  keepsBlanks?: boolean
  /** Whether every cell of a merged range has the text of its first; else that alone has it. */
  fillsMerges?: boolean
  /** Whether a number that a workbook shows as per cent is read as it is shown: 0.85 in such a cell is "85%". */
  showsPercent?: boolean
}>

/** Reads a workbook or CSV, whatever its name says, into cells of text. */
export async function readCells(
  bytes: Uint8Array,
  { limits, thaiWords, keepsBlanks = false, fillsMerges = false, showsPercent = false }: ReadingOfCells,
): Promise<Result<readonly CellSheet[], FileFaultCode>> {
  const sniffed = sniffBytes({
    bytes,
    limits: { textBytes: limits.bytes, archiveBytes: limits.bytes },
    thaiWords,
  })
  if (!sniffed.ok) return err(sniffed.error.code)
  if (sniffed.value.kind === 'text') return readCsv(sniffed.value.decoded.text, limits, keepsBlanks)
  if (sniffed.value.format !== 'xlsx') return err('unknown-format')
  const sheets = await readWorkbook(bytes, limits, { keepsBlanks, showsPercent })
  return sheets.ok
    ? ok(sheets.value.map(({ merges, ...sheet }) => (fillsMerges ? filled(sheet, merges) : sheet)))
    : sheets
}

function readCsv(
  text: string,
  limits: CellLimits,
  keepsBlanks: boolean,
): Result<readonly CellSheet[], FileFaultCode> {
  const body = text.replace(/^\ufeff/u, '').replace(SEPARATOR_LINE, '')
  const skipped = SEPARATOR_LINE.test(text.replace(/^\ufeff/u, '')) ? 1 : 0
  // Blank lines may stand before the heads.
  const [firstLine = ''] = body.trimStart().split(/\r?\n/u, 1)
  const { rows, fault } = csvRows(body, csvDelimiter(firstLine), limits)
  if (fault?.kind === 'unclosed') return err('damaged-file')
  if (fault) return err(fault.kind === 'columns' ? 'table-too-large' : 'too-large')
  return ok([
    {
      name: null,
      firstRow: 1 + skipped,
      rows: rows.map((row) => row.map((written) => csvCell(written, keepsBlanks))),
    },
  ])
}

type Meant = Readonly<{ keepsBlanks: boolean; showsPercent: boolean }>
type MergedSheet = CellSheet & Readonly<{ merges: readonly MergeRange[] }>

async function readWorkbook(
  bytes: Uint8Array,
  limits: CellLimits,
  meant: Meant,
): Promise<Result<readonly MergedSheet[], FileFaultCode>> {
  let sheets: readonly Sheet[]
  try {
    // Loaded when a workbook comes: a server that reads none needs it not.
    const { readXlsx } = await import('hucre/xlsx')
    sheets = (await readXlsx(bytes, { readStyles: meant.showsPercent })).sheets
  } catch {
    return err('damaged-file')
  }
  if (sheets.some(({ rows }) => rows.length > limits.rows)) return err('too-large')
  if (sheets.some(({ rows }) => rows.some((row) => row.length > limits.columns)))
    return err('table-too-large')
  return ok(
    sheets.map(({ name, rows, cells, merges = [] }) => ({
      name,
      merges,
      firstRow: 1,
      rows: rows.map((row, at) =>
        row.map((value, column) => xlsxCell(value, cells?.get(`${at},${column}`), meant)),
      ),
    })),
  )
}

/** How much merges cover together was bounded before (`guardPackage`); what lies beyond the cells in use stays out. */
function filled(sheet: CellSheet, merges: readonly MergeRange[]): CellSheet {
  const rows = sheet.rows.map((row) => [...row])
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0)
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const first = sheet.rows[startRow]?.[startCol]
    if (first === undefined) continue
    for (const row of rows.slice(startRow, endRow + 1))
      for (let column = startCol; column <= Math.min(endCol, widest - 1); column += 1) {
        while (row.length < column) row.push({ text: '', isFormula: false })
        row[column] = first
      }
  }
  return { ...sheet, rows }
}

const xlsxCell = (
  value: CellValue,
  cell: Cell | undefined,
  { keepsBlanks, showsPercent }: Meant,
): SheetCell => ({
  text: cleanedCell(
    value instanceof Date
      ? value.toISOString().slice(0, 10)
      : showsPercent && typeof value === 'number' && isPercent(cell?.style?.numFmt)
        ? `${timesHundred(String(value))}%`
        : String(value ?? ''),
    keepsBlanks,
  ),
  isFormula: cell?.type === 'formula' || cell?.formula !== undefined,
})

/** A sign in quotation marks or behind a backslash is shown, and multiplies nothing. */
const isPercent = (format = ''): boolean => format.replace(/"[^"]*"|\\./gu, '').includes('%')

/** Moves the point two digits on, so that no binary arithmetic touches the figure. */
function timesHundred(text: string): string {
  const [whole = '', fraction = ''] = text.split('.')
  const digits = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^(-?)0+(?=\d)/u, '$1')
  return fraction.length > 2 ? `${digits}.${fraction.slice(2)}` : digits
}
