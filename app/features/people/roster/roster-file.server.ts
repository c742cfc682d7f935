import type { Cell, CellValue, Sheet } from 'hucre/xlsx'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { csvRows } from '../../../platform/office-files/csv-rows.ts'
import type { FileFault } from '../../../platform/office-files/file-fault.ts'
import { unguardedText } from '../../../platform/office-files/formula-guard.ts'
import { sniffBytes } from '../../../platform/office-files/sniff-bytes.server.ts'
import type { FileFaultCode } from './roster.errors.ts'
import { ROSTER_WORDS } from './roster-reading-words.th.ts'
import type { RosterCell, RosterSheet } from './roster-rows.domain.ts'

const MOST_BYTES = 1_000_000
const MOST_ROWS = 5_001
const MOST_COLUMNS = 100
const DELIMITERS = [',', ';', '\t'] as const
// Excel's own first line that names the delimiter.
const SEPARATOR_LINE = /^sep=.\r?\n/iu
const FAULTS: Readonly<Record<FileFault['code'], FileFaultCode>> = {
  'unknown-format': 'roster.unknown-format',
  'damaged-file': 'roster.damaged-file',
  'archive-bomb': 'roster.archive-bomb',
  'too-large': 'roster.too-large',
  'table-too-large': 'roster.table-too-large',
  'unknown-encoding': 'roster.unknown-encoding',
}
const CSV_FORMULA = /^\s*[=+@\uff1d\uff0b\uff20-]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a name
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu

/** Reads a workbook or CSV, whatever its name says, into cells of text. Nothing in it is calculated. */
export async function readRosterFile(
  bytes: Uint8Array,
): Promise<Result<readonly RosterSheet[], FileFaultCode>> {
  const limits = { textBytes: MOST_BYTES, archiveBytes: MOST_BYTES }
  const sniffed = sniffBytes({ bytes, limits, thaiWords: ROSTER_WORDS })
  if (!sniffed.ok) return err(FAULTS[sniffed.error.code])
  if (sniffed.value.kind === 'text') return readCsv(sniffed.value.decoded.text)
  return sniffed.value.format === 'xlsx' ? readWorkbook(bytes) : err('roster.unknown-format')
}

function readCsv(text: string): Result<readonly RosterSheet[], FileFaultCode> {
  const body = text.replace(/^\ufeff/u, '').replace(SEPARATOR_LINE, '')
  const skipped = SEPARATOR_LINE.test(text.replace(/^\ufeff/u, '')) ? 1 : 0
  const [firstLine = ''] = body.split(/\r?\n/u, 1)
  const [delimiter] = DELIMITERS.toSorted((a, b) => firstLine.split(b).length - firstLine.split(a).length)
  const { rows, fault } = csvRows(body, delimiter ?? ',', { rows: MOST_ROWS, columns: MOST_COLUMNS })
  if (fault) return err(fault.kind === 'unclosed' ? 'roster.damaged-file' : 'roster.too-large')
  return ok([{ name: null, firstRow: 1 + skipped, rows: rows.map((row) => row.map(csvCell)) }])
}

const csvCell = (written: string): RosterCell => {
  const text = cleaned(unguardedText(written))
  return { text, isFormula: CSV_FORMULA.test(written) && !isDash(text) }
}

async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly RosterSheet[], FileFaultCode>> {
  let sheets: readonly Sheet[]
  try {
    // Loaded when a workbook comes: a server that reads none needs it not.
    const { readXlsx } = await import('hucre/xlsx')
    sheets = (await readXlsx(bytes)).sheets
  } catch {
    return err('roster.damaged-file')
  }
  if (sheets.some(({ rows }) => rows.length > MOST_ROWS)) return err('roster.too-large')
  if (sheets.some(({ rows }) => rows.some((row) => row.length > MOST_COLUMNS)))
    return err('roster.table-too-large')
  return ok(
    sheets.map(({ name, rows, cells }) => ({
      name,
      firstRow: 1,
      rows: rows.map((row, at) => row.map((value, column) => xlsxCell(value, cells?.get(`${at},${column}`)))),
    })),
  )
}

const xlsxCell = (value: CellValue, cell: Cell | undefined): RosterCell => ({
  text: cleaned(value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '')),
  isFormula: cell?.type === 'formula' || cell?.formula !== undefined,
})

const cleaned = (text: string): string => {
  const plain = text
    .replace(CONTROLS, '')
    .normalize('NFC')
    .replace(/[ \t\u00a0]+/gu, ' ')
    .trim()
  return isDash(plain) ? '' : plain
}

/** How people write that there is nothing. */
const isDash = (text: string): boolean => /^[-–—]?$/u.test(text)
