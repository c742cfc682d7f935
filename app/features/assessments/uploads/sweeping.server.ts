import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { oldestUpload } from './upload.domain.ts'
import { removeOldUploads } from './upload.repo.server.ts'

/** Removes files of results and answers that waited for more than a day, in each of these agencies. */
export async function sweepResultUploads(agencies: readonly Ctx[], now: Date): Promise<void> {
  for (const { db, agency } of agencies)
    await withAgency(db, agency.id, (tx) => removeOldUploads(tx, agency.id, oldestUpload(now)))
}
