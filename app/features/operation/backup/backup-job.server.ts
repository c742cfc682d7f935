import { type ChildProcess, fork } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import type { Config } from '../../../platform/config/config.server.ts'
import type { JobDetail } from '../../../platform/jobs/job-run.repo.server.ts'
import type { JobWork, RunningJob } from '../../../platform/jobs/run-job.server.ts'
import { projectRoot } from '../../../platform/project-root.server.ts'
import { isBackupDue } from './backup-time.domain.ts'
import { removeOldShreds } from './making/backup-folder.server.ts'
import { type BackupDone, detailOf } from './run-backup.server.ts'

type BackupJob = Readonly<{ isDue: NonNullable<RunningJob['isDue']>; work: JobWork }>

const AN_HOUR_MS = 3_600_000
const LOOK_MS = 1_000
/** Who answers requests goes first. */
const LOW_PRIORITY = 10

type Settings = Pick<Config, 'backup' | 'databaseUrl' | 'databases' | 'protectedChannel'>

/**
 * Whether the program has a login that may read every row. Where logins are apart, and it was given none for backups, another
 * process makes them.
 */
export const mayReadAll = ({ databaseUrl, databases, protectedChannel }: Settings): boolean =>
  databaseUrl === null ||
  protectedChannel.databaseUrl === null ||
  databases.backupUrl !== null ||
  databases.ownerUrl !== null

/**
 * The daily backup, in a process of its own; null where no directory is set, or another makes it. Whatever becomes of it, keys
 * of protected cases that lie in that directory are looked at every hour and removed after 7 days.
 */
export function backupJob(config: Settings, now: () => Date): BackupJob | null {
  const { directory, time } = config.backup
  if (directory === null) return null
  const tend = () => void removeOldShreds(directory, now()).catch(() => {})
  tend()
  setInterval(tend, AN_HOUR_MS).unref()
  if (!mayReadAll(config)) return null
  return { isDue: (last) => isBackupDue(last, { time, now: now() }), work: runInChild }
}

/** The command that a timer of the system would call. It hears from the channel to this process that the job is held already. */
async function runInChild(isStopped: () => boolean): Promise<JobDetail> {
  const child = fork(path.join(projectRoot, 'cli', 'main.ts'), ['backup', '--scheduled', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  })
  if (child.pid !== undefined) os.setPriority(child.pid, LOW_PRIORITY)
  const looking = setInterval(() => {
    if (isStopped()) child.kill('SIGTERM')
  }, LOOK_MS)
  try {
    const said = await answerOf(child)
    return detailOf(JSON.parse(said) as BackupDone)
  } finally {
    clearInterval(looking)
  }
}

class BackupFailed extends Error {
  readonly code: string

  constructor(code: string) {
    super('the backup failed')
    this.code = code
  }
}

/** What the command tells the program that started it, of a backup that failed. */
export type BackupFault = Readonly<{ fault: string }>

async function answerOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  let fault = 'backup-failed'
  child.on('message', (message: BackupFault) => {
    fault = message.fault
  })
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // 1: it was made, and files that the database names were not there.
  if (status !== 0 && status !== 1) throw new BackupFailed(fault)
  return said
}
