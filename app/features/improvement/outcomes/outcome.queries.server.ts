import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'

/** The issue of an outcome that stands; null when there is none. */
export const issueOfOutcome = (ctx: Ctx, outcomeId: string): Promise<string | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const row = await tx
      .selectFrom('working_outcome')
      .select('issue_id')
      .where('agency_id', '=', ctx.agency.id)
      .where('id', '=', outcomeId)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    return row?.issue_id ?? null
  })
