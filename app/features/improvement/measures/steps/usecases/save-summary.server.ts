import { ok, type Result } from '../../../../../kernel/result.ts'
import { writeAudit } from '../../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { holdForChange } from '../../hold-measure.server.ts'
import type { MeasureWorkError } from '../../measure-work.errors.ts'
import { editSummary, type SummaryEdit } from '../edit-summary.server.ts'
import { startMeasure } from '../move-measure.server.ts'

export type SaveSummary = SummaryEdit & Readonly<{ measureId: string }>

/**
 * Saves the summary of a measure, or that there is none, without handing it in; gives whether anything was different. The
 * first summary begins the measure.
 */
export function saveSummary(
  ctx: Ctx,
  { measureId, ...edit }: SaveSummary,
): Promise<Result<boolean, MeasureWorkError>> {
  return inTransaction<boolean, MeasureWorkError>(ctx, async (tx) => {
    const held = await holdForChange(tx, ctx, measureId)
    if (!held.ok) return held
    const { measure } = held.value
    const edited = await editSummary(tx, ctx, measure, edit)
    if (!edited.ok) return edited
    const { version, facts } = edited.value
    if (version === measure.version) return ok(false)
    const isBegun = facts.summary.state !== 'missing' && (await startMeasure(tx, ctx, measure, ctx.now()))
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'measure.changed',
      object: { kind: 'measure', id: measureId },
      detail: { version, fields: 'summary', started: isBegun },
    })
    return ok(true)
  })
}
