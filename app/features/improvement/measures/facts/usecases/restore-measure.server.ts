import { refusalOf } from '../../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../../kernel/result.ts'
import { isUuid } from '../../../../../kernel/uuid.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { IMPROVEMENT_POLICY } from '../../../improvement.policy.ts'
import { holdMeasure, setRemoved } from '../../../working/working.repo.server.ts'
import type { MeasureError } from '../measure.errors.ts'
import { auditMeasure } from '../write-measure.server.ts'

/** Brings back a measure that was taken out, where it stood, and gives its issue. */
export function restoreMeasure(
  ctx: Ctx,
  { measureId }: Readonly<{ measureId: string }>,
): Promise<Result<string, MeasureError>> {
  return inTransaction<string, MeasureError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'measure.change', ctx.actor)
    if (refusal) return err(refusal)
    const key = { agencyId: ctx.agency.id, id: measureId }
    const held = isUuid(measureId) ? await holdMeasure(tx, key) : null
    if (!held) return err({ code: 'measure.unknown' })
    if (!held.isRemoved) return err({ code: 'measure.not-removed' })
    await setRemoved(tx, 'measure', key, null)
    await auditMeasure(tx, ctx, 'measure.restored', measureId, { issue: held.issueId })
    return ok(held.issueId)
  })
}
