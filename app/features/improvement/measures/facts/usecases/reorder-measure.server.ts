import { refusalOf } from '../../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { IMPROVEMENT_POLICY } from '../../../improvement.policy.ts'
import { holdIssue, setPosition } from '../../../working/working.repo.server.ts'
import { issueOfMeasure } from '../issue-of-measure.queries.server.ts'
import type { MeasureError } from '../measure.errors.ts'
import { placedMeasures } from '../position.queries.server.ts'
import { auditMeasure } from '../write-measure.server.ts'

/** Puts a measure before or behind its neighbour in the issue. */
export function reorderMeasure(
  ctx: Ctx,
  { measureId, to }: Readonly<{ measureId: string; to: 'up' | 'down' }>,
): Promise<Result<null, MeasureError>> {
  return inTransaction<null, MeasureError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'measure.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    const issueId = await issueOfMeasure(tx, { agencyId, measureId })
    // The issue is held for all that stands in it, so that two who move at once move one after the other.
    const issue = issueId === null ? null : await holdIssue(tx, { agencyId, id: issueId })
    if (!issue || issue.isRemoved) return err({ code: 'measure.unknown' })
    const order = (await placedMeasures(tx, { agencyId, issueId: issue.id })).filter(
      ({ isRemoved }) => !isRemoved,
    )
    const from = order.findIndex(({ id }) => id === measureId)
    const target = from + (to === 'up' ? -1 : 1)
    const [measure, neighbour] = [order[from], order[target]]
    if (!measure) return err({ code: 'measure.unknown' })
    if (!neighbour) return err({ code: 'measure.at-end' })
    await setPosition(tx, 'measure', { agencyId, id: measure.id }, neighbour.position)
    await setPosition(tx, 'measure', { agencyId, id: neighbour.id }, measure.position)
    await auditMeasure(tx, ctx, 'measure.moved', measureId, { from: from + 1, to: target + 1 })
    return ok(null)
  })
}
