import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import type { IssueError } from '../issue.errors.ts'
import { holdOrderAround, writeIssueOrder } from '../issue.repo.server.ts'
import { moved } from '../order.domain.ts'

/** Moves an issue one place in its year; false where it stands at that end already. */
export const moveIssue = (
  ctx: Ctx,
  { issueId, towards }: Readonly<{ issueId: string; towards: 'up' | 'down' }>,
): Promise<Result<boolean, IssueError>> =>
  inTransaction<boolean, IssueError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'issue.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    const ids = await holdOrderAround(tx, { agencyId, issueId })
    if (!ids.includes(issueId)) return err({ code: 'issue.unknown' })
    const order = moved(ids, issueId, towards)
    if (order === null) return ok(false)
    await writeIssueOrder(tx, agencyId, order)
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'issue.moved',
      object: { kind: 'issue', id: issueId },
      detail: { to: order.indexOf(issueId) + 1 },
    })
    return ok(true)
  })
