import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueFor } from '../../../catalogue/index.server.ts'
import { carryOutSheet } from '../carry-out-sheet.server.ts'
import { readSheetFile } from '../read-sheet-file.server.ts'
import type { SheetError } from '../sheet.errors.ts'

export type ImportMeasureSheet = Readonly<{
  fiscalYear: number
  bytes: Uint8Array
  /** What the preview of this very file said it would do (`SheetPlan.seen`). */
  seen: string
}>
export type ImportedMeasures = Readonly<{ added: number; changed: number }>

/** Does what a preview showed, whole or not at all. Refused when it would do anything else by now. */
export async function importMeasureSheet(
  ctx: Ctx,
  { fiscalYear, bytes, seen }: ImportMeasureSheet,
): Promise<Result<ImportedMeasures, SheetError>> {
  const read = await readSheetFile(bytes)
  if (!read.ok) return read
  const catalogue = await catalogueFor(ctx)
  return inTransaction<ImportedMeasures, SheetError>(ctx, async (tx) => {
    const done = await carryOutSheet(tx, ctx, { fiscalYear, catalogue, ...read.value })
    if (!done.ok) return done
    if (done.value.seen !== seen) return err({ code: 'sheet.changed-since', cells: [] })
    const { measures, rows } = done.value
    const added = measures.filter(({ kind }) => kind === 'added').length
    const counts = { added, changed: measures.length - added }
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'measure-sheet.imported',
      object: { kind: 'measure-sheet', id: read.value.sha256 },
      detail: { fiscalYear, rows, ...counts },
    })
    return ok(counts)
  })
}
