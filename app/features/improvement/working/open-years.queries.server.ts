import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'

/** Fiscal years (B.E.) that are worked on, the newest first, and no more than `latest` of them. */
export const listOpenYears = (ctx: Ctx, { latest }: { latest: number }): Promise<readonly number[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('working_cycle')
      .select('fiscal_year')
      .where('agency_id', '=', ctx.agency.id)
      .orderBy('fiscal_year', 'desc')
      .limit(latest)
      .execute()
    return rows.map(({ fiscal_year }) => fiscal_year)
  })
