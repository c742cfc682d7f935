import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'

/** An issue as another page names it. */
export type NamedIssue = Readonly<{ id: string; title: string; fiscalYear: number; isRemoved: boolean }>
export type RemovedIssue = NamedIssue & Readonly<{ removedAt: Date }>

/** The issue of another year that an issue was copied from; null where it was written here. */
export async function findIssueOrigin(ctx: Ctx, issueId: string): Promise<NamedIssue | null> {
  if (!isUuid(issueId)) return null
  const row = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .selectFrom('working_issue as copy')
      .innerJoin('working_issue as origin', (join) =>
        join.onRef('origin.agency_id', '=', 'copy.agency_id').onRef('origin.id', '=', 'copy.copied_from'),
      )
      .innerJoin('working_cycle', (join) =>
        join
          .onRef('working_cycle.agency_id', '=', 'origin.agency_id')
          .onRef('working_cycle.id', '=', 'origin.cycle_id'),
      )
      .select(['origin.id', 'origin.title', 'working_cycle.fiscal_year', 'origin.removed_at'])
      .where('copy.agency_id', '=', ctx.agency.id)
      .where('copy.id', '=', issueId)
      .executeTakeFirst(),
  )
  if (!row) return null
  return { id: row.id, title: row.title, fiscalYear: row.fiscal_year, isRemoved: row.removed_at !== null }
}

/** An issue that was taken out of its year; null where there is none, or it stands. */
export async function findRemovedIssue(ctx: Ctx, issueId: string): Promise<RemovedIssue | null> {
  if (!isUuid(issueId)) return null
  const row = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .selectFrom('working_issue')
      .innerJoin('working_cycle', (join) =>
        join
          .onRef('working_cycle.agency_id', '=', 'working_issue.agency_id')
          .onRef('working_cycle.id', '=', 'working_issue.cycle_id'),
      )
      .select(['working_issue.id', 'title', 'fiscal_year', 'removed_at'])
      .where('working_issue.agency_id', '=', ctx.agency.id)
      .where('working_issue.id', '=', issueId)
      .executeTakeFirst(),
  )
  if (!row?.removed_at) return null
  return {
    id: row.id,
    title: row.title,
    fiscalYear: row.fiscal_year,
    isRemoved: true,
    removedAt: row.removed_at,
  }
}
