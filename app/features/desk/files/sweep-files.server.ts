import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { DeskTools } from '../desk-tools.server.ts'
import { deleteForgotten, listForgotten } from './file.repo.server.ts'

const MOST_AT_ONCE = 200

/** Takes files from the store whose keys were forgotten, and their rows after; what the store did not do is tried again later. */
export async function sweepFiles(
  ctx: Ctx,
  { store, log }: Pick<DeskTools, 'store' | 'log'>,
): Promise<number> {
  const agencyId = ctx.agency.id
  const forgotten = await withAgency(ctx.db, agencyId, (tx) =>
    listForgotten(tx, { agencyId, most: MOST_AT_ONCE }),
  )
  let removed = 0
  for (const { id, sha256 } of forgotten)
    try {
      await store.remove({ agencyId, sha256 })
      await withAgency(ctx.db, agencyId, (tx) => deleteForgotten(tx, { agencyId, id }))
      removed += 1
    } catch (error) {
      log.warn({ err: error }, 'desk-file-not-removed')
    }
  return removed
}
