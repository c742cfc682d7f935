import { err, ok, type Result } from '../../../kernel/result.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'
import type { FileFaultCode } from '../../../platform/office-files/file-fault.ts'
import { readCells } from '../../../platform/office-files/read-cells.server.ts'
import type { SheetFileFault, SheetRefusal } from './sheet.errors.ts'
import { type SheetOfCells, type SheetRow, sheetRows } from './sheet-row.domain.ts'
import { SHEET_WORDS } from './sheet-words.th.ts'

const READING = {
  limits: { bytes: 2_000_000, rows: 5_001, columns: 60 },
  thaiWords: SHEET_WORDS,
  keepsBlanks: true,
}
const FAULTS: Readonly<Record<FileFaultCode, SheetFileFault>> = {
  'unknown-format': 'sheet.unknown-format',
  'damaged-file': 'sheet.damaged-file',
  'archive-bomb': 'sheet.archive-bomb',
  'too-large': 'sheet.too-large',
  'table-too-large': 'sheet.table-too-large',
  'unknown-encoding': 'sheet.unknown-encoding',
}

/** The rows of a sheet before they are held against the year. */
export type ReadSheet = Readonly<{
  rows: readonly SheetRow[]
  sha256: string
}>

export async function readSheetFile(bytes: Uint8Array): Promise<Result<ReadSheet, SheetRefusal>> {
  if (bytes.length === 0) return err({ code: 'sheet.no-file', cells: [] })
  const sheets = await readCells(bytes, READING)
  if (!sheets.ok) return err({ code: FAULTS[sheets.error], cells: [] })
  const { rows, faults } = sheetRows(sheets.value)
  return faults.length > 0
    ? err({ code: 'sheet.refused', cells: faults })
    : ok({ rows, sha256: sha256Hex(bytes) })
}

/** The cells of a sheet as they stand; none where it cannot be read. */
export async function readSheetCells(bytes: Uint8Array): Promise<readonly SheetOfCells[]> {
  const sheets = bytes.length === 0 ? null : await readCells(bytes, READING)
  return sheets?.ok ? sheets.value : []
}
