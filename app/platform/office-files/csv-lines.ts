import { guardedText } from './formula-guard.ts'

export type CsvValue = string | number | boolean | null

/** Rows as CSV (RFC 4180); a text that a spreadsheet program would take for a formula is guarded. */
export const csvLines = (rows: readonly (readonly CsvValue[])[]): string =>
  rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')

/** Before the first line of a file, so that Excel reads Thai. */
export const CSV_BOM = '\uFEFF'

function csvField(value: CsvValue): string {
  const text = typeof value === 'string' ? guardedText(value) : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
