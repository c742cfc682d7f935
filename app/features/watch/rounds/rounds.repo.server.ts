import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { Round } from './due.domain.ts'

/** Whether the round is ours: of several programs that ask, one gets it. */
export const claimRound = (ctx: Ctx, { day, hour }: Round): Promise<boolean> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const claimed = await tx
      .insertInto('watch_round')
      .values({ agency_id: ctx.agency.id, day, hour, started_at: ctx.now(), ended_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('hour')
      .executeTakeFirst()
    return claimed !== undefined
  })

export const endRound = async (
  ctx: Ctx,
  { day, hour, checked }: Round & Readonly<{ checked: number }>,
): Promise<void> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    await tx
      .updateTable('watch_round')
      .set({ ended_at: ctx.now(), checked })
      .where('agency_id', '=', ctx.agency.id)
      .where('day', '=', day)
      .where('hour', '=', hour)
      .execute()
  })

/** When the last round began; null where none ever did. */
export const lastRoundAt = (ctx: Ctx): Promise<Date | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const row = await tx
      .selectFrom('watch_round')
      .select('started_at')
      .where('agency_id', '=', ctx.agency.id)
      .orderBy('started_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.started_at ?? null
  })
