import { holdsRole, ownUnits } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { listNewestChecks, listOpenFindings } from '../keeping/checks.queries.server.ts'
import type { WatchTarget } from '../watch.domain.ts'
import { type WatchedRow, watchedRows } from './watch-overview.domain.ts'

export type WatchRound = Readonly<{ startedAt: Date; endedAt: Date | null; checked: number }>

/** What is known of all addresses, and the last nightly round; null where there was none yet. */
export const readWatch = (
  ctx: Ctx,
  targets: readonly WatchTarget[],
): Promise<Readonly<{ rows: readonly WatchedRow[]; round: WatchRound | null }>> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const addresses = [...new Set(targets.map(({ address }) => address))]
    const checks = await listNewestChecks(tx, { agencyId, addresses })
    const findings = await listOpenFindings(tx, { agencyId, addresses })
    const round = await tx
      .selectFrom('watch_round')
      .select(['started_at', 'ended_at', 'checked'])
      .where('agency_id', '=', agencyId)
      .orderBy('day', 'desc')
      .limit(1)
      .executeTakeFirst()
    return {
      rows: watchedRows(targets, checks, findings),
      round: round ? { startedAt: round.started_at, endedAt: round.ended_at, checked: round.checked } : null,
    }
  })

/** How many addresses that the person answers for would be given 0 now: of their units; for a coordinator of all. */
export async function countOwnFailing(ctx: Ctx, targets: readonly WatchTarget[]): Promise<number> {
  const isCoordinator = holdsRole(ctx.actor, 'ita-coordinator')
  const units = ownUnits(ctx.actor)
  const mine = targets.filter(({ unitId }) => isCoordinator || (unitId !== null && units.includes(unitId)))
  if (mine.length === 0) return 0
  const { rows } = await readWatch(ctx, mine)
  return rows.filter(({ state }) => state === 'fails').length
}
