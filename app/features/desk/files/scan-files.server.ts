import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { Scan } from '../../../platform/scan/clamav.server.ts'
import type { DeskTools } from '../desk-tools.server.ts'
import { listUnscanned } from './file.repo.server.ts'
import { unsealed } from './sealed-file.server.ts'
import { recordDeskScan } from './usecases/record-desk-scan.server.ts'

const MOST_AT_ONCE = 50

/** Has files of tickets looked through that wait; each is opened for the scanner alone. What could not be seen waits on. */
export async function scanFiles(
  ctx: Ctx,
  { store, log }: Pick<DeskTools, 'store' | 'log'>,
  scan: Scan,
): Promise<number> {
  const agencyId = ctx.agency.id
  const waiting = await withAgency(ctx.db, agencyId, (tx) =>
    listUnscanned(tx, { agencyId, most: MOST_AT_ONCE }),
  )
  let scanned = 0
  for (const file of waiting)
    try {
      const sealed = await store.open({ agencyId, sha256: file.sha256 })
      if (!sealed) throw new Error('a file of a ticket is not in the store')
      await recordDeskScan(ctx, { file, answer: await scan(unsealed(sealed, file.contentKey)) })
      scanned += 1
    } catch (error) {
      log.warn({ err: error }, 'desk-file-not-scanned')
    }
  return scanned
}
