import { rm } from 'node:fs/promises'
import path from 'node:path'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { withProtected } from '../../database/protected-db.server.ts'
import { deleteContents, listErasable, listHalfErased, markErased } from '../erasure.repo.server.ts'

/**
 * Erases what is due: first nobody gets in any more, then the key outside the database is destroyed, by which everything of the
 * case is lost in every backup that does not hold that key, then files and rows go. A stop in between is gone on from.
 * Answers how many cases were erased. The row that there was one, and the statistics, stay.
 */
export async function eraseCases(ctx: ProtectedCtx): Promise<number> {
  const { channel } = ctx
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  await withProtected(channel.db, agencyId, async (tx) => {
    const reportIds = await listErasable(tx, { agencyId, today: day })
    await markErased(tx, { agencyId, reportIds })
  })
  const marked = await withProtected(channel.db, agencyId, (tx) => listHalfErased(tx, agencyId))
  for (const { reportId, paths } of marked) {
    await channel.shred.destroy(reportId)
    for (const one of paths) await rm(path.join(channel.filesFolder, one), { force: true })
    await withProtected(channel.db, agencyId, async (tx) => {
      await deleteContents(tx, { agencyId, reportId })
      await writeSealedAudit(tx, { agencyId, day, role: 'channel', action: 'case.erased', object: reportId })
    })
  }
  return marked.length
}
