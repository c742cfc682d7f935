import { err, type Result } from '../../../kernel/result.ts'
import type { FileFaultCode as ReadingFault } from '../../../platform/office-files/file-fault.ts'
import { readCells } from '../../../platform/office-files/read-cells.server.ts'
import type { FileFaultCode } from './roster.errors.ts'
import { ROSTER_WORDS } from './roster-reading-words.th.ts'
import type { RosterSheet } from './roster-rows.domain.ts'

const LIMITS = { bytes: 1_000_000, rows: 5_001, columns: 100 }
const FAULTS: Readonly<Record<ReadingFault, FileFaultCode>> = {
  'unknown-format': 'roster.unknown-format',
  'damaged-file': 'roster.damaged-file',
  'archive-bomb': 'roster.archive-bomb',
  'too-large': 'roster.too-large',
  'table-too-large': 'roster.table-too-large',
  'unknown-encoding': 'roster.unknown-encoding',
}

/** Reads a workbook or CSV, whatever its name says, into cells of text. Nothing in it is calculated. */
export async function readRosterFile(
  bytes: Uint8Array,
): Promise<Result<readonly RosterSheet[], FileFaultCode>> {
  const read = await readCells(bytes, { limits: LIMITS, thaiWords: ROSTER_WORDS })
  return read.ok ? read : err(FAULTS[read.error])
}
