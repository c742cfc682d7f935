import {
  type TableFile,
  type TableFormat,
  writeTable,
} from '../../../platform/office-files/write-table.server.ts'
import { rosterText } from './text/index.ts'

export type RosterFormat = TableFormat
export type RosterFile = TableFile

const WIDTHS = [28, 30, 26, 14, 34, 20, 40, 20, 20, 12, 16]

/** A roster as a file of a spreadsheet program. */
export const writeRoster = (
  table: readonly (readonly string[])[],
  { format, lang, name }: { format: RosterFormat; lang: 'th' | 'en'; name: string },
): Promise<RosterFile> =>
  writeTable(table, { format, name, look: { sheet: rosterText(lang).sheet, widths: WIDTHS } })
