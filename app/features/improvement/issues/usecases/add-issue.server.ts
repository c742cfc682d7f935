import { isDeepStrictEqual } from 'node:util'
import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueFor } from '../../../catalogue/index.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { holdCycle, holdIssue, insertIssue } from '../../working/working.repo.server.ts'
import type { IssueError } from '../issue.errors.ts'
import { issueOrder, writeIssueOrder } from '../issue.repo.server.ts'
import { EMPTY_ISSUE, readIssue, type TypedIssue } from '../issue-form.domain.ts'

const MOST = 99

type AddIssue = Readonly<{ fiscalYear: number; typed: TypedIssue; formKey?: string | null }>

/**
 * Adds an issue at the end of a year (B.E.) that is open, and gives its identifier. `formKey` is a UUID that every form gets
 * anew: what is sent twice from one form, by a button that was pressed twice, is added once.
 */
export async function addIssue(
  ctx: Ctx,
  { fiscalYear, typed, formKey = null }: AddIssue,
): Promise<Result<string, IssueError>> {
  const catalogue = await catalogueFor(ctx)
  return inTransaction<string, IssueError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'issue.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    const cycle = await holdCycle(tx, { agencyId, fiscalYear })
    if (!cycle) return err({ code: 'cycle.unknown' })
    const { resultsYear } = cycle.facts
    const read = readIssue({ title: '', ...typed }, EMPTY_ISSUE, { catalogue, fiscalYear, resultsYear })
    if (!read.ok) return err({ code: 'issue.faults', faults: read.error })
    const facts = { ...EMPTY_ISSUE, ...read.value }
    const key = formKey !== null && isUuid(formKey) ? formKey : null
    const before = key && (await holdIssue(tx, { agencyId, id: key }))
    // Who goes back to the form and writes something else means another issue.
    if (before && !before.isRemoved && isDeepStrictEqual(before.facts, facts)) return ok(before.id)
    const ids = await issueOrder(tx, { agencyId, cycleId: cycle.id })
    if (ids.length >= MOST) return err({ code: 'issue.many' })
    // Numbers are given anew, so that one that was removed and comes back stands before this one.
    await writeIssueOrder(tx, agencyId, ids)
    const id = await insertIssue(tx, {
      agencyId,
      ...(key === null || before ? {} : { id: key }),
      cycleId: cycle.id,
      position: ids.length + 1,
      facts,
    })
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
