import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { type HeldIssue, holdIssue, setPosition } from '../working/working.repo.server.ts'
import type { IssueGround } from './issue-form.domain.ts'

type Years = Omit<IssueGround, 'catalogue'>

/** An issue held for a change, removed or not, with the years of its cycle. Null when there is none. */
export async function holdIssueWithYears(
  tx: Tx,
  key: Readonly<{ agencyId: string; id: string }>,
): Promise<(HeldIssue & Readonly<{ years: Years }>) | null> {
  if (!isUuid(key.id)) return null
  const issue = await holdIssue(tx, key)
  if (!issue) return null
  const years = await tx
    .selectFrom('working_cycle')
    .select(['fiscal_year as fiscalYear', 'results_year as resultsYear'])
    .where('agency_id', '=', key.agencyId)
    .where('id', '=', issue.cycleId)
    .executeTakeFirstOrThrow()
  return { ...issue, years }
}

/**
 * The issues in whose order one stands, removed ones left out; nobody else changes the order until the transaction ends. The
 * cycle is held before any of its issues, by everybody who changes the order.
 */
export async function holdOrderAround(
  tx: Tx,
  { agencyId, issueId }: Readonly<{ agencyId: string; issueId: string }>,
): Promise<readonly string[]> {
  if (!isUuid(issueId)) return []
  const cycle = await tx
    .selectFrom('working_cycle')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('id', 'in', (query) =>
      query
        .selectFrom('working_issue')
        .select('cycle_id')
        .where('agency_id', '=', agencyId)
        .where('id', '=', issueId),
    )
    .forUpdate()
    .executeTakeFirst()
  return cycle ? issueOrder(tx, { agencyId, cycleId: cycle.id }) : []
}

/** The issues of a cycle in their order, removed ones left out. */
export async function issueOrder(
  tx: Tx,
  { agencyId, cycleId }: Readonly<{ agencyId: string; cycleId: string }>,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('working_issue')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('cycle_id', '=', cycleId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Counts the issues anew in this order. */
export async function writeIssueOrder(tx: Tx, agencyId: string, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries()) await setPosition(tx, 'issue', { agencyId, id }, at + 1)
}
