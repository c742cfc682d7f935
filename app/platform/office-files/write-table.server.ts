import type { WriteSheet } from 'hucre'
import { writeCsv } from 'hucre/csv'
import { guardedText } from './formula-guard.ts'

export type TableFormat = 'xlsx' | 'csv'
export type TableFile = Readonly<{ bytes: Uint8Array; type: string; fileName: string }>

const FONT = { name: 'Tahoma', size: 10 }
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE7F3' } } as const
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** How a table is laid out in a workbook: name of the sheet, and widths of its columns in letters. */
export type TableLook = Readonly<{ sheet: string; widths: readonly number[] }>

/** A table, its head first, as a file of a spreadsheet program. Texts stay texts, whatever they begin with. */
export async function writeTable(
  table: readonly (readonly string[])[],
  { format, name, look }: { format: TableFormat; name: string; look: TableLook },
): Promise<TableFile> {
  const fileName = `${name}.${format}`
  return format === 'csv'
    ? { bytes: csvBytes(table), type: 'text/csv; charset=utf-8', fileName }
    : { bytes: await workbook(table, look), type: XLSX, fileName }
}

function csvBytes(table: readonly (readonly string[])[]): Uint8Array {
  const rows = table.map((row) => row.map(guardedText))
  return new TextEncoder().encode(`${writeCsv(rows, { bom: true, lineSeparator: '\r\n' })}\r\n`)
}

/** Several tables as one workbook, a sheet each. */
export async function writeWorkbook(
  sheets: readonly Readonly<{ table: readonly (readonly string[])[]; look: TableLook }>[],
  name: string,
): Promise<TableFile> {
  const { writeXlsx } = await import('hucre')
  return {
    bytes: await writeXlsx({
      defaultFont: FONT,
      sheets: sheets.map(({ table, look }) => laidOut(table, look)),
    }),
    type: XLSX,
    fileName: `${name}.xlsx`,
  }
}

const workbook = async (table: readonly (readonly string[])[], look: TableLook): Promise<Uint8Array> =>
  (await writeWorkbook([{ table, look }], '')).bytes

function laidOut(table: readonly (readonly string[])[], look: TableLook): WriteSheet {
  const head = { font: { ...FONT, bold: true }, fill: HEAD_FILL }
  return {
    name: look.sheet,
    columns: look.widths.map((width) => ({ width, style: { font: FONT, numFmt: '@' } })),
    // An empty cell is none, so that spreadsheet programs count the rows that hold anything.
    rows: table.map((row) => row.map((text) => (text === '' ? null : text))),
    cells: new Map((table[0] ?? []).map((value, at) => [`0,${at}`, { value, style: head }])),
    freezePane: { rows: 1 },
  }
}
