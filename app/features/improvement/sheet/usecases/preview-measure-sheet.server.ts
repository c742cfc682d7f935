import { err, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueFor } from '../../../catalogue/index.server.ts'
import { carryOutSheet, type SheetPlan } from '../carry-out-sheet.server.ts'
import { readSheetFile } from '../read-sheet-file.server.ts'
import type { SheetError } from '../sheet.errors.ts'

type Undone = Readonly<{ code: 'sheet.previewed'; plan: SheetPlan }>

/** What importing a sheet would do: the very same work, undone before anybody sees it. */
export async function previewMeasureSheet(
  ctx: Ctx,
  { fiscalYear, bytes }: Readonly<{ fiscalYear: number; bytes: Uint8Array }>,
): Promise<Result<SheetPlan, SheetError>> {
  const read = await readSheetFile(bytes)
  if (!read.ok) return read
  const catalogue = await catalogueFor(ctx)
  const undone = await inTransaction<never, SheetError | Undone>(ctx, async (tx) => {
    const done = await carryOutSheet(tx, ctx, { fiscalYear, catalogue, ...read.value })
    return done.ok ? err({ code: 'sheet.previewed', plan: done.value }) : done
  })
  if (undone.ok) throw new Error('a preview was kept')
  return undone.error.code === 'sheet.previewed' ? { ok: true, value: undone.error.plan } : err(undone.error)
}
