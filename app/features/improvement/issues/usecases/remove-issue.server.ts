import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { setRemoved } from '../../working/working.repo.server.ts'
import type { IssueError } from '../issue.errors.ts'
import { holdIssueWithYears } from '../issue.repo.server.ts'

/** Takes an issue out of its year, with its measures and outcomes. Nothing is lost: it can be brought back. */
export const removeIssue = (ctx: Ctx, issueId: string): Promise<Result<boolean, IssueError>> =>
  setIssueRemoved(ctx, issueId, true)

/** Brings an issue back that was taken out; false where it was not. */
export const restoreIssue = (ctx: Ctx, issueId: string): Promise<Result<boolean, IssueError>> =>
  setIssueRemoved(ctx, issueId, false)

const setIssueRemoved = (ctx: Ctx, issueId: string, isRemoved: boolean) =>
  inTransaction<boolean, IssueError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'issue.change', ctx.actor)
    if (refusal) return err(refusal)
    const key = { agencyId: ctx.agency.id, id: issueId }
    const issue = await holdIssueWithYears(tx, key)
    if (!issue) return err({ code: 'issue.unknown' })
    if (issue.isRemoved === isRemoved) return ok(false)
    await setRemoved(tx, 'issue', key, isRemoved ? ctx.now() : null)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: isRemoved ? 'issue.removed' : 'issue.restored',
      object: { kind: 'issue', id: issueId },
      detail: { fiscalYear: issue.years.fiscalYear },
    })
    return ok(true)
  })
