import { holdsRole, ownUnits } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { listNewestChecks, listOpenFindings } from '../keeping/checks.queries.server.ts'
import type { WatchTarget } from '../watch.domain.ts'
import { type WatchedRow, watchedRows } from './watch-overview.domain.ts'

export type WatchRound = Readonly<{ startedAt: Date; endedAt: Date | null; checked: number }>

/** What is known of all addresses, and the last round over them; null where there was none yet. */
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
      .orderBy('started_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return {
      rows: watchedRows(targets, checks, findings),
      round: round ? { startedAt: round.started_at, endedAt: round.ended_at, checked: round.checked } : null,
    }
  })

/**
 * How many addresses that the person answers for would be given 0 now: of their units; for a coordinator of all. Where nothing
 * fails at all, nobody is asked which addresses there are.
 */
export async function countOwnFailing(
  ctx: Ctx,
  listTargets: () => Promise<readonly WatchTarget[]>,
): Promise<number> {
  const failing = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .selectFrom('watch_finding')
      .select('address')
      .distinct()
      .where('agency_id', '=', ctx.agency.id)
      .where('resolved_at', 'is', null)
      .where('weight', '=', 'fails')
      .execute(),
  )
  if (failing.length === 0) return 0
  const targets = await listTargets()
  const isCoordinator = holdsRole(ctx.actor, 'ita-coordinator')
  const units = ownUnits(ctx.actor)
  const mine = targets.filter(({ unitId }) => isCoordinator || (unitId !== null && units.includes(unitId)))
  const addresses = new Set(mine.map(({ address }) => address))
  return failing.filter(({ address }) => addresses.has(address)).length
}
