import type { Language } from '../../../i18n/language.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { rosterPageText } from '../text/pages.ts'

export type ErrorCell = Readonly<{ sheet: string | null; cell: string; sentence: string }>
type FaultsProps = Readonly<{ lang: Language; fault: string; cells: readonly ErrorCell[]; found: number }>

/** Why a file is not imported, and what is to be corrected in which cell. `found` counts those too that are not shown. */
export function RosterFaults({ lang, fault, cells, found }: FaultsProps) {
  const text = rosterPageText(lang)
  const placeOf = ({ sheet, cell }: ErrorCell) =>
    sheet === null ? text.cell(cell) : text.sheetCell(sheet, cell)
  return (
    <>
      <div className="error-summary" role="alert">
        <p>
          <strong>{text.errorTitle}</strong>
        </p>
        <p>{fault}</p>
      </div>
      {cells.length > 0 && (
        <DataTable
          caption={text.faultCount(found, cells.length)}
          isCaptionHidden={false}
          columns={[{ label: text.faultColumns.cell }, { label: text.faultColumns.fault }]}
          rows={cells.map((cell) => ({
            key: `${placeOf(cell)} ${cell.sentence}`,
            cells: [placeOf(cell), cell.sentence],
          }))}
        />
      )}
    </>
  )
}
