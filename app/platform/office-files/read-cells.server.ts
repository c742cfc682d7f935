import type { Cell, CellValue, MergeRange, Sheet } from 'hucre/xlsx'
import { err, ok, type Result } from '../../kernel/result.ts'
import { csvRows } from './csv-rows.ts'
import type { FileFaultCode } from './file-fault.ts'
import { unguardedText } from './formula-guard.ts'
import { sniffBytes } from './sniff-bytes.server.ts'

/** A cell as text. A formula is no content: nothing is calculated. */
export type SheetCell = Readonly<{ text: string; isFormula: boolean }>
/** `name` is null for CSV; `firstRow` is the number of its first row, from 1. */
export type CellSheet = Readonly<{
  name: string | null
  firstRow: number
  rows: readonly (readonly SheetCell[])[]
}>
export type CellLimits = Readonly<{ bytes: number; rows: number; columns: number }>

const DELIMITERS = [',', ';', '\t'] as const
// Excel's own first line that names the delimiter.
const SEPARATOR_LINE = /^sep=.\r?\n/iu
const CSV_FORMULA = /^\s*[=+@\uff1d\uff0b\uff20-]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a cell
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu

type ReadingOfCells = Readonly<{
  limits: CellLimits
  /** Words of which such a file in Windows-874 holds at least two. */
  thaiWords: readonly string[]
  /** Whether blanks at the start of a line mean something, as in a list within a list. */
  keepsBlanks?: boolean
  /** Whether every cell of a merged range has the text of its first; else that alone has it. */
  fillsMerges?: boolean
}>

/** Reads a workbook or CSV, whatever its name says, into cells of text. */
export async function readCells(
  bytes: Uint8Array,
  { limits, thaiWords, keepsBlanks = false, fillsMerges = false }: ReadingOfCells,
): Promise<Result<readonly CellSheet[], FileFaultCode>> {
  const cleaned = (text: string) => cleanedCell(text, keepsBlanks)
  const sniffed = sniffBytes({
    bytes,
    limits: { textBytes: limits.bytes, archiveBytes: limits.bytes },
    thaiWords,
  })
  if (!sniffed.ok) return err(sniffed.error.code)
  if (sniffed.value.kind === 'text') return readCsv(sniffed.value.decoded.text, limits, cleaned)
  if (sniffed.value.format !== 'xlsx') return err('unknown-format')
  const sheets = await readWorkbook(bytes, limits, cleaned)
  return sheets.ok
    ? ok(sheets.value.map(({ merges, ...sheet }) => (fillsMerges ? filled(sheet, merges) : sheet)))
    : sheets
}

type Clean = (text: string) => string

function readCsv(
  text: string,
  limits: CellLimits,
  cleaned: Clean,
): Result<readonly CellSheet[], FileFaultCode> {
  const body = text.replace(/^\ufeff/u, '').replace(SEPARATOR_LINE, '')
  const skipped = SEPARATOR_LINE.test(text.replace(/^\ufeff/u, '')) ? 1 : 0
  const [firstLine = ''] = body.split(/\r?\n/u, 1)
  const [delimiter] = DELIMITERS.toSorted((a, b) => firstLine.split(b).length - firstLine.split(a).length)
  const { rows, fault } = csvRows(body, delimiter ?? ',', limits)
  if (fault) return err(fault.kind === 'unclosed' ? 'damaged-file' : 'too-large')
  return ok([
    {
      name: null,
      firstRow: 1 + skipped,
      rows: rows.map((row) => row.map((written) => csvCell(written, cleaned))),
    },
  ])
}

const csvCell = (written: string, cleaned: Clean): SheetCell => {
  const text = cleaned(unguardedText(written))
  return { text, isFormula: CSV_FORMULA.test(written) && !isDash(text) }
}

type MergedSheet = CellSheet & Readonly<{ merges: readonly MergeRange[] }>

async function readWorkbook(
  bytes: Uint8Array,
  limits: CellLimits,
  cleaned: Clean,
): Promise<Result<readonly MergedSheet[], FileFaultCode>> {
  let sheets: readonly Sheet[]
  try {
    // Loaded when a workbook comes: a server that reads none needs it not.
    const { readXlsx } = await import('hucre/xlsx')
    sheets = (await readXlsx(bytes)).sheets
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
        row.map((value, column) => xlsxCell(value, cells?.get(`${at},${column}`), cleaned)),
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

const xlsxCell = (value: CellValue, cell: Cell | undefined, cleaned: Clean): SheetCell => ({
  text: cleaned(value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '')),
  isFormula: cell?.type === 'formula' || cell?.formula !== undefined,
})

const cleanedCell = (text: string, keepsBlanks: boolean): string => {
  const whole = text.replace(CONTROLS, '').replace(/\r\n?/gu, '\n').normalize('NFC')
  const plain = keepsBlanks ? whole.trim() : whole.replace(/[ \t\u00a0]+/gu, ' ').trim()
  return isDash(plain) ? '' : plain
}

/** How people write that there is nothing. */
const isDash = (text: string): boolean => /^[-–—]?$/u.test(text)
