import type { Db } from '../db/schema.ts'
import { withAgency } from '../db/tenant.server.ts'
import { listJobRuns } from '../jobs/job-run.repo.server.ts'
import type { FileStore, StoredFile } from './file-store.ts'
import { type FileColumn, keptAmong } from './kept-files.server.ts'
import { heldUntil } from './sweep-hold.ts'

export type SweptFiles = Readonly<{
  looked: number
  /** Files that nothing refers to: removed, or with `isDryRun` those that would be. */
  removed: number
  /** Bytes of those. */
  size: number
}>

type Sweep = Readonly<{
  db: Db
  store: FileStore
  agencyId: string
  /** Every column of every room that names a file. */
  columns: readonly FileColumn[]
  now: Date
  isDryRun: boolean
  isStopped: () => boolean
}>

/**
 * A file lies in the store before its row is written, and a database that was put back by a day or two does not name the
 * newest: so long there is time to put a newer one back.
 */
const ORPHAN_AFTER_MS = 7 * 24 * 60 * 60_000
const MOST_AT_ONCE = 200

/** Until when nothing may be removed, by what the last sweep of any copy left; null where it may. */
export const findSweepHold = async (db: Db, now: Date): Promise<Date | null> =>
  heldUntil(
    (await listJobRuns(db)).find(({ job }) => job === 'file-sweep'),
    now,
  )

/**
 * Removes files of an agency that lie in the store for more than seven days and that no row names. Each is looked for once
 * more right before, and one that was kept again meanwhile stays. Who calls this asks `findSweepHold` first.
 */
export async function sweepOrphans(sweep: Sweep): Promise<SweptFiles> {
  const { store, agencyId, now, isStopped } = sweep
  const before = new Date(now.getTime() - ORPHAN_AFTER_MS)
  const found = { looked: 0, removed: 0, size: 0 }
  let old: StoredFile[] = []
  const settle = async () => {
    for (const orphan of await orphansAmong(sweep, old)) {
      if (isStopped()) break
      if (!sweep.isDryRun && !(await removeOrphan(sweep, orphan, before))) continue
      found.removed += 1
      found.size += orphan.size
    }
    old = []
  }
  for await (const file of store.list(agencyId)) {
    if (isStopped()) break
    found.looked += 1
    if (file.at.getTime() < before.getTime()) old.push(file)
    if (old.length === MOST_AT_ONCE) await settle()
  }
  await settle()
  return found
}

async function orphansAmong(
  { db, agencyId, columns }: Sweep,
  files: readonly StoredFile[],
): Promise<readonly StoredFile[]> {
  if (files.length === 0) return []
  const hashes = files.map(({ sha256 }) => sha256)
  const kept = await withAgency(db, agencyId, (tx) => keptAmong(tx, { agencyId, hashes, columns }))
  return files.filter(({ sha256 }) => !kept.has(sha256))
}

/** Asked again right before: a row may have been written since the list was made. */
async function removeOrphan(sweep: Sweep, orphan: StoredFile, before: Date): Promise<boolean> {
  const isStill = (await orphansAmong(sweep, [orphan])).length === 1
  return isStill && sweep.store.removeOlder(orphan, before)
}
