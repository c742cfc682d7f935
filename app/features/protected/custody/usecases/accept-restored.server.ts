import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import { acceptLoss } from '../../cases/accept-loss.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { withProtected } from '../../database/protected-db.server.ts'
import { listCaseIds } from '../erasure.repo.server.ts'

/**
 * After the database was put back from a backup: cases that had gone further go on from what the backup holds, and everybody who
 * reads one sees that. Until then nothing can be added to them. Answers how many there were.
 */
export async function acceptRestored(ctx: ProtectedCtx): Promise<number> {
  const { channel } = ctx
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  const reportIds = await withProtected(channel.db, agencyId, (tx) => listCaseIds(tx, agencyId))
  let cut = 0
  for (const reportId of reportIds) {
    const isCut = await withProtected(channel.db, agencyId, async (tx) => {
      if (!(await acceptLoss(tx, channel, { agencyId, reportId, day }))) return false
      await writeSealedAudit(tx, {
        agencyId,
        day,
        role: 'command',
        action: 'case.restored',
        object: reportId,
      })
      return true
    })
    if (isCut) cut++
  }
  return cut
}
