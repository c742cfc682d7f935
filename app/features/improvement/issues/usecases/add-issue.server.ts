import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueFor } from '../../../catalogue/index.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { holdCycle, insertIssue } from '../../working/working.repo.server.ts'
import type { IssueError } from '../issue.errors.ts'
import { issueOrder, writeIssueOrder } from '../issue.repo.server.ts'
import { EMPTY_ISSUE, readIssue, type TypedIssue } from '../issue-form.domain.ts'

const MOST = 99

/** Adds an issue at the end of a year (B.E.) that is open, and gives its identifier. */
export async function addIssue(
  ctx: Ctx,
  { fiscalYear, typed }: Readonly<{ fiscalYear: number; typed: TypedIssue }>,
): Promise<Result<string, IssueError>> {
  const catalogue = await catalogueFor(ctx)
  return inTransaction<string, IssueError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'issue.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    const cycle = await holdCycle(tx, { agencyId, fiscalYear })
    if (!cycle) return err({ code: 'cycle.unknown' })
    const ids = await issueOrder(tx, { agencyId, cycleId: cycle.id })
    if (ids.length >= MOST) return err({ code: 'issue.many' })
    const { resultsYear } = cycle.facts
    const read = readIssue({ title: '', ...typed }, EMPTY_ISSUE, { catalogue, fiscalYear, resultsYear })
    if (!read.ok) return err({ code: 'issue.faults', faults: read.error })
    // Numbers are given anew, so that one that was removed and comes back stands before this one.
    await writeIssueOrder(tx, agencyId, ids)
    const facts = { ...EMPTY_ISSUE, ...read.value }
    const id = await insertIssue(tx, { agencyId, cycleId: cycle.id, position: ids.length + 1, facts })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'issue.added',
      object: { kind: 'issue', id },
      detail: { fiscalYear },
    })
    return ok(id)
  })
}
