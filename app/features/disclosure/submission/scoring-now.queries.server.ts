import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'

/** Whether assessors open the addresses of any year today; only where both days are known. */
export const isScoringNow = (ctx: Ctx): Promise<boolean> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const today = thaiDay(ctx.now())
    const year = await tx
      .selectFrom('disclosure_year')
      .select('framework_year')
      .where('agency_id', '=', ctx.agency.id)
      .where('scoring_from', '<=', today)
      .where('scoring_to', '>=', today)
      .executeTakeFirst()
    return year !== undefined
  })
