import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { WatchFinding } from '../watch.domain.ts'
import type { LoggedCheck } from './watch-log.domain.ts'

/** Checks of a span of time, the oldest first: what a log is made of. */
export async function listChecksBetween(
  ctx: Ctx,
  { from, to, addresses }: Readonly<{ from: Date; to: Date; addresses?: readonly string[] }>,
): Promise<readonly LoggedCheck[]> {
  if (addresses?.length === 0) return []
  const rows = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .selectFrom('watch_check')
      .select(['id', 'address', 'started_at', 'status', 'sha256', 'passes', 'findings'])
      .where('agency_id', '=', ctx.agency.id)
      .where('started_at', '>=', from)
      .where('started_at', '<', to)
      .$if(addresses !== undefined, (query) => query.where('address', 'in', addresses ?? []))
      .orderBy('started_at')
      .orderBy('id')
      .execute(),
  )
  return rows.map(({ id, address, started_at, status, sha256, passes, findings }) => ({
    id,
    address,
    startedAt: started_at,
    status,
    sha256,
    passes,
    findings: findings as unknown as readonly WatchFinding[],
  }))
}
