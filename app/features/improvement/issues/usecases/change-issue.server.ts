import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueFor } from '../../../catalogue/index.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { applyEdit } from '../../working/edit.server.ts'
import { updateIssue } from '../../working/working.repo.server.ts'
import type { IssueFacts } from '../../working/working-cycle.domain.ts'
import type { IssueError } from '../issue.errors.ts'
import { holdIssueWithYears } from '../issue.repo.server.ts'
import { readIssue, type TypedIssue } from '../issue-form.domain.ts'

export type ChangeIssue = Readonly<{ issueId: string; seenVersion: number; typed: TypedIssue }>

/** Saves what was typed of an issue; gives the fields that changed, none where nothing was different. */
export async function changeIssue(
  ctx: Ctx,
  { issueId, seenVersion, typed }: ChangeIssue,
): Promise<Result<readonly (keyof IssueFacts)[], IssueError>> {
  const catalogue = await catalogueFor(ctx)
  return inTransaction<readonly (keyof IssueFacts)[], IssueError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'issue.change', ctx.actor)
    if (refusal) return err(refusal)
    const key = { agencyId: ctx.agency.id, id: issueId }
    const issue = await holdIssueWithYears(tx, key)
    if (!issue || issue.isRemoved) return err({ code: 'issue.unknown' })
    const read = readIssue(typed, issue.facts, { ...issue.years, catalogue })
    if (!read.ok) return err({ code: 'issue.faults', faults: read.error })
    const edited = await applyEdit(tx, ctx, {
      kind: 'issue',
      objectId: issueId,
      now: issue.facts,
      version: issue.version,
      seenVersion,
      mine: read.value,
    })
    if (!edited.ok) return edited
    const { changed, values: facts, version } = edited.value
    if (changed.length === 0) return ok([])
    await updateIssue(tx, { ...key, version, facts })
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'issue.changed',
      object: { kind: 'issue', id: issueId },
      detail: { fields: changed.join(', '), version },
    })
    return ok(changed)
  })
}
