import { writeCsv } from 'hucre/csv'
import { guardedText } from '../../../platform/office-files/formula-guard.ts'
import { rosterText } from './text/index.ts'

export type RosterFormat = 'xlsx' | 'csv'
export type RosterFile = Readonly<{ bytes: Uint8Array; type: string; fileName: string }>

const WIDTHS = [28, 30, 26, 14, 34, 20, 40, 20, 20, 12, 16]
const FONT = { name: 'Tahoma', size: 10 }
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE7F3' } } as const
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A table as a file of a spreadsheet program. Texts stay texts, whatever they begin with. */
export async function writeRoster(
  table: readonly (readonly string[])[],
  { format, lang, name }: { format: RosterFormat; lang: 'th' | 'en'; name: string },
): Promise<RosterFile> {
  const fileName = `${name}.${format}`
  return format === 'csv'
    ? { bytes: csvBytes(table), type: 'text/csv; charset=utf-8', fileName }
    : { bytes: await workbook(table, lang), type: XLSX, fileName }
}

function csvBytes(table: readonly (readonly string[])[]): Uint8Array {
  const rows = table.map((row) => row.map(guardedText))
  return new TextEncoder().encode(`${writeCsv(rows, { bom: true, lineSeparator: '\r\n' })}\r\n`)
}

async function workbook(table: readonly (readonly string[])[], lang: 'th' | 'en'): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre')
  const head = { font: { ...FONT, bold: true }, fill: HEAD_FILL }
  // An empty cell is none, so that spreadsheet programs count the rows that hold anything.
  const rows = table.map((row) => row.map((text) => (text === '' ? null : text)))
  return writeXlsx({
    defaultFont: FONT,
    sheets: [
      {
        name: rosterText(lang).sheet,
        columns: WIDTHS.map((width) => ({ width, style: { font: FONT, numFmt: '@' } })),
        rows,
        cells: new Map((table[0] ?? []).map((value, at) => [`0,${at}`, { value, style: head }])),
        freezePane: { rows: 1 },
      },
    ],
  })
}
