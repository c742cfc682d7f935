import { refusalOf } from '../../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { IMPROVEMENT_POLICY } from '../../../improvement.policy.ts'
import { setRemoved } from '../../../working/working.repo.server.ts'
import { holdMeasureAtWork } from '../../hold-measure.server.ts'
import type { MeasureError } from '../measure.errors.ts'
import { auditMeasure } from '../write-measure.server.ts'

/** Takes a measure out of its issue and gives the issue. Everything of it stays, and `restoreMeasure` brings it back. */
export function removeMeasure(
  ctx: Ctx,
  { measureId }: Readonly<{ measureId: string }>,
): Promise<Result<string, MeasureError>> {
  return inTransaction<string, MeasureError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'measure.change', ctx.actor)
    if (refusal) return err(refusal)
    const held = await holdMeasureAtWork(tx, ctx, measureId)
    if (!held) return err({ code: 'measure.unknown' })
    await setRemoved(tx, 'measure', { agencyId: ctx.agency.id, id: measureId }, ctx.now())
    const { issueId, state } = held.measure
    await auditMeasure(tx, ctx, 'measure.removed', measureId, { issue: issueId, state })
    return ok(issueId)
  })
}
