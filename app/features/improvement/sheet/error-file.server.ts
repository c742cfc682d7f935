import type { Language } from '../../../i18n/language.ts'
import { columnLetters } from '../../../platform/office-files/sheet-guard.server.ts'
import { type TableFile, writeTable } from '../../../platform/office-files/write-table.server.ts'
import type { SheetCellFault } from './sheet.errors.ts'
import type { SheetOfCells } from './sheet-row.domain.ts'
import { sheetSentence } from './sheet-sentence.domain.ts'
import { sheetText } from './text/index.ts'

/**
 * The sheet that was refused with one more column, first: what is to be corrected in each row. Corrected and saved it can be
 * brought in as it is, since that column is known and passed over.
 */
export function writeErrorFile(
  { sheets, faults }: Readonly<{ sheets: readonly SheetOfCells[]; faults: readonly SheetCellFault[] }>,
  { lang, name }: Readonly<{ lang: Language; name: string }>,
): Promise<TableFile> {
  const [sheet] = sheets.filter((one) => one.rows.length > 0)
  const firstRow = sheet?.firstRow ?? 1
  const rows = sheet?.rows ?? []
  const byRow = Map.groupBy(faults, ({ row }) => row)
  const text = sheetText(lang)
  const widths = [60, 10, 30, 60, 24, 14, 14, 24, 30, 16, 14, 60, 14, 20, 10]
  const table = rows.map((cells, index) => {
    const said = (byRow.get(firstRow + index) ?? [])
      .map((fault) => `${columnLetters(fault.column)}: ${sheetSentence(fault, lang)}`)
      .join('\n')
    return [index === 0 && said === '' ? text.errorColumn : said, ...cells.map((cell) => cell.text)]
  })
  return writeTable(table, { format: 'xlsx', name, look: { sheet: text.sheet, widths } })
}
