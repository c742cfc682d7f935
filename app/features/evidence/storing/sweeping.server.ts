import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { type EvidenceFiles, PASSING } from './evidence-files.server.ts'
import { UPLOAD_LIFETIME_MS } from './upload.domain.ts'
import { deleteOldUploads } from './upload.repo.server.ts'

/** Nobody works on a file for so long. */
const PASSING_LIFETIME_MS = 24 * 60 * 60_000

/**
 * Removes uploads that nobody has gone on with for seven days, and what a program that died has left behind. Only the folder
 * of files on their way in is touched: what evidence is made of lies elsewhere.
 */
export async function sweepUploads(
  { folder }: Pick<EvidenceFiles, 'folder'>,
  { agencies, now }: { agencies: readonly Ctx[]; now: Date },
): Promise<void> {
  const before = new Date(now.getTime() - UPLOAD_LIFETIME_MS)
  for (const { db, agency } of agencies) {
    const old = await withAgency(db, agency.id, (tx) => deleteOldUploads(tx, { agencyId: agency.id, before }))
    await removeAll(
      folder,
      old.flatMap((id) => [id, `${id}.json`]),
    )
  }
  for (const name of await readdir(folder)) {
    const found = await stat(path.join(folder, name)).catch(() => null)
    const lifetime = name.endsWith(PASSING) ? PASSING_LIFETIME_MS : UPLOAD_LIFETIME_MS
    // A note beside an upload is written once, at its beginning: it is as old as its upload, whose row is gone by then.
    if (found && now.getTime() - found.mtimeMs > lifetime) await removeAll(folder, [name])
  }
}

const removeAll = (folder: string, names: readonly string[]) =>
  Promise.all(names.map((name) => rm(path.join(folder, name), { force: true })))
