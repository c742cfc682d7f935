import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { listCaptures } from '../keeping/captures.queries.server.ts'
import { listChecks, listOpenFindings } from '../keeping/checks.queries.server.ts'
import type { WatchTarget } from '../watch.domain.ts'

const MOST_CHECKS = 60

/** All that is known of one address; null where it is not watched and nobody has ever looked at it. */
export async function readWatchedAddress(
  ctx: Ctx,
  { address, targets }: Readonly<{ address: string; targets: readonly WatchTarget[] }>,
) {
  const target = targets.find((other) => other.address === address) ?? null
  const checks = await listChecks(ctx, { address, most: MOST_CHECKS })
  if (target === null && checks.length === 0) return null
  return {
    address,
    target,
    checks,
    captures: await listCaptures(ctx, { address }),
    findings: await withAgency(ctx.db, ctx.agency.id, (tx) =>
      listOpenFindings(tx, { agencyId: ctx.agency.id, addresses: [address] }),
    ),
  }
}
export type WatchedAddress = NonNullable<Awaited<ReturnType<typeof readWatchedAddress>>>
