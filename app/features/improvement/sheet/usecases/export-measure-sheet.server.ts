import type { Language } from '../../../../i18n/language.ts'
import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import {
  type TableFile,
  type TableFormat,
  writeTable,
} from '../../../../platform/office-files/write-table.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { readOwnerChoices } from '../../measures/facts/owner-choices.queries.server.ts'
import { readWorkingCycle } from '../../working/working-cycle.queries.server.ts'
import type { SheetError } from '../sheet.errors.ts'
import { sheetTable } from '../sheet-table.domain.ts'
import { sheetText } from '../text/index.ts'

const WIDTHS = [10, 34, 60, 26, 14, 14, 26, 36, 18, 16, 70, 16, 22, 10]

/** The measures of a year as a sheet that can be changed and brought back in. */
export async function exportMeasureSheet(
  ctx: Ctx,
  { fiscalYear, format, lang }: Readonly<{ fiscalYear: number; format: TableFormat; lang: Language }>,
): Promise<Result<TableFile, SheetError>> {
  const table = await inTransaction<readonly (readonly string[])[], SheetError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
    if (refusal) return err(refusal)
    const cycle = await readWorkingCycle(tx, ctx.agency.id, { fiscalYear })
    if (!cycle) return err({ code: 'sheet.no-year', cells: [] })
    const { units } = await readOwnerChoices(tx, ctx)
    return ok(sheetTable(cycle, { units, lang }))
  })
  if (!table.ok) return table
  const look = { sheet: sheetText(lang).sheet, widths: WIDTHS }
  return ok(await writeTable(table.value, { format, name: `measures-${fiscalYear}`, look }))
}
