import { refusalOf } from '../../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../../kernel/result.ts'
import { writeAudit } from '../../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { IMPROVEMENT_POLICY } from '../../../improvement.policy.ts'
import { holdMeasureAtWork } from '../../hold-measure.server.ts'
import type { MeasureWorkError } from '../../measure-work.errors.ts'
import { holdProgress, setProgressWithdrawn } from '../progress.repo.server.ts'

/** Withdraws an entry of progress: that there was one stays, what it said is not shown any more. */
export function withdrawProgress(
  ctx: Ctx,
  { measureId, progressId }: Readonly<{ measureId: string; progressId: string }>,
): Promise<Result<null, MeasureWorkError>> {
  return inTransaction<null, MeasureWorkError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const held = await holdMeasureAtWork(tx, ctx, measureId)
    const entry = await holdProgress(tx, { agencyId, measureId, id: progressId })
    const refusal = refusalOf(
      IMPROVEMENT_POLICY,
      'progress.withdraw',
      ctx.actor,
      entry?.personId ? { personId: entry.personId } : {},
    )
    if (refusal) return err(refusal)
    if (!held) return err({ code: 'measure.unknown' })
    if (held.measure.state === 'done') return err({ code: 'measure.is-done' })
    if (!entry || entry.isWithdrawn) return err({ code: 'progress.unknown' })
    await setProgressWithdrawn(tx, { agencyId, id: entry.id, at: ctx.now() })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'progress.withdrawn',
      object: { kind: 'progress', id: entry.id },
      detail: { measure: measureId },
    })
    return ok(null)
  })
}
