import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../../../platform/config/config.server.ts'
import { openDatabase } from '../../../platform/db/database.server.ts'
import { withStartLock } from '../../../platform/db/embedded/start-lock.server.ts'
import { openStore } from '../../../platform/files/open-store.server.ts'
import type { JobDetail } from '../../../platform/jobs/job-run.repo.server.ts'
import type { JobName } from '../../../platform/jobs/jobs.table.ts'
import { runJob } from '../../../platform/jobs/run-job.server.ts'
import { backupRefusal } from './backup-refusal.ts'
import { withReader } from './making/backup-address.server.ts'
import {
  nameAt,
  removeOldShreds,
  sharedFolderOf,
  type Tidied,
  tidyFolder,
} from './making/backup-folder.server.ts'
import { type BackupProgress, type MadeBackup, makeBackup } from './making/make-backup.server.ts'

export type BackupRun = Readonly<{
  config: Config
  now: () => Date
  onProgress?: (progress: BackupProgress) => void
}>

export type BackupDone = MadeBackup & Readonly<{ seconds: number; tidied: Tidied | null }>

const LEASE_MS = 60_000
const SILENT = { info: () => {}, warn: () => {}, error: () => {} }

/** `prongsai backup --out FILE`: one file that holds all. */
export async function backupInto(run: BackupRun, file: string): Promise<BackupDone> {
  await mkdir(path.dirname(path.resolve(file)), { recursive: true })
  const done = await timed(run, file, null)
  await recordRun(run, 'backup', detailOf(done))
  return done
}

/**
 * Adds one to the backups of BACKUP_DIR and tidies that folder. `isHeld`: the program that started this has the job already.
 * Null: another copy of the program is at it.
 */
export async function backupOnSchedule(
  run: BackupRun & Readonly<{ directory: string; isHeld: boolean }>,
): Promise<BackupDone | null> {
  const { directory, config, now } = run
  await mkdir(directory, { recursive: true, mode: 0o700 })
  // Before all else: what was promised does not wait for a backup that works.
  await removeOldShreds(directory, now())
  const work = () =>
    withStartLock(
      path.join(directory, 'backup.lock'),
      async () => {
        const done = await timed(run, path.join(directory, nameAt(now())), sharedFolderOf(directory))
        const tidied = await tidyFolder(directory, {
          keepDays: config.backup.keepDays,
          now: now(),
          made: done.file,
        })
        return { ...done, tidied }
      },
      () => backupRefusal('backup.is-running', directory),
    )
  return run.isHeld ? work() : asJob(run, work)
}

async function timed(run: BackupRun, file: string, sharedFolder: string | null): Promise<BackupDone> {
  const { config, now, onProgress } = run
  const begun = performance.now()
  const store = openStore({ dataDir: config.dataDir, s3: config.files.s3 })
  const made = await withReader(config, (address) =>
    makeBackup(
      { address, store, dataDir: config.dataDir },
      { file, sharedFolder, recipient: config.backup.recipient, now, ...(onProgress ? { onProgress } : {}) },
    ),
  )
  return { ...made, seconds: Math.round((performance.now() - begun) / 100) / 10, tidied: null }
}

/** What stands in `job_run` of a backup. */
export const detailOf = ({ file, bytes, files, absent, seconds, isEncrypted }: BackupDone): JobDetail => ({
  file: path.basename(file),
  bytes,
  files,
  absent: absent.length,
  seconds,
  encrypted: isEncrypted,
})

async function asJob(run: BackupRun, work: () => Promise<BackupDone>): Promise<BackupDone | null> {
  const database = await openDatabase(run.config, { migrate: false, log: () => {} })
  let done: BackupDone | null = null
  let failed: { error: unknown } | null = null
  try {
    await runJob(
      { db: database.db, now: run.now, copyId: randomUUID(), log: SILENT },
      { name: 'backup', leaseMs: LEASE_MS },
      async () => {
        try {
          done = await work()
        } catch (error) {
          failed = { error }
          throw error
        }
        return detailOf(done)
      },
    )
  } finally {
    await database.close()
  }
  if (failed) throw (failed as { error: unknown }).error
  return done
}

/**
 * Tells the page of the administrator how a run ended: its figures, or why it failed. A database that cannot take it, since it
 * is older or read only, is no fault of the run.
 */
export async function recordRun(
  { config, now }: Pick<BackupRun, 'config' | 'now'>,
  name: JobName,
  outcome: JobDetail | Error,
): Promise<void> {
  const work = async (): Promise<JobDetail> => {
    if (outcome instanceof Error) throw outcome
    return outcome
  }
  try {
    const database = await openDatabase(config, { migrate: false, log: () => {} })
    const given = { db: database.db, now, copyId: randomUUID(), log: SILENT }
    await runJob(given, { name, leaseMs: LEASE_MS }, work).finally(() => database.close())
  } catch {
    // Told nowhere, since the run itself was done.
  }
}
