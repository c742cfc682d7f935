import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { withProtected } from '../../database/protected-db.server.ts'
import { expireReleases as expireRows } from '../release.repo.server.ts'

/** Takes released identities away from their readers when their last day is over. Answers how many. */
export function expireReleases(ctx: ProtectedCtx): Promise<number> {
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  return withProtected(ctx.channel.db, agencyId, async (tx) => {
    const expired = await expireRows(tx, { agencyId, today: day })
    for (const reportId of expired)
      await writeSealedAudit(tx, {
        agencyId,
        day,
        role: 'channel',
        action: 'identity.expired',
        object: reportId,
      })
    return expired.length
  })
}
