import { statfs } from 'node:fs/promises'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { readDatabaseHealth } from '../../../platform/db/database-health.queries.server.ts'
import { judgeHealth } from '../../../platform/db/database-health.ts'
import { type JobRun, listJobRuns } from '../../../platform/jobs/job-run.repo.server.ts'
import { JOB_EVERY_MS, JOB_NAMES, type JobName } from '../../../platform/jobs/jobs.table.ts'
import { copiesRunning } from '../../../platform/jobs/program-copy.server.ts'
import { readStoredSize } from '../../evidence/index.server.ts'
import { type CertificateFacts, certificateFrom } from '../certificate/certificate.domain.ts'
import type { OperationTools } from '../operation-tools.server.ts'
import type { BackupFacts, JobFacts, OperationFacts } from './operation-facts.domain.ts'
import { readDatabaseSize, readMailQueue } from './operation-facts.queries.server.ts'

/** Everything that can be known of how the program runs, and how much the agency of `ctx` keeps. */
export async function readOperationFacts(ctx: Ctx, tools: OperationTools): Promise<OperationFacts> {
  const [copies, runs, database, health, mail, stored, disk] = await Promise.all([
    copiesRunning(ctx.db),
    listJobRuns(ctx.db),
    readDatabaseSize(ctx),
    readDatabaseHealth(ctx.db),
    readMailQueue(ctx),
    readStoredSize(ctx),
    readDisk(tools.dataDir),
  ])
  const runOf = (name: JobName) => runs.find(({ job }) => job === name) ?? null
  return {
    now: ctx.now(),
    program: {
      version: tools.programVersion,
      node: process.versions.node,
      schemaNumber: tools.schemaNumber,
    },
    database: { kind: tools.databaseKind, ...database, findings: judgeHealth(health) },
    copies: copies.map(({ seenAt: _, ...copy }) => ({ ...copy, isThis: copy.id === tools.copyId })),
    jobs: JOB_NAMES.flatMap((name) => jobFrom(name, runOf(name))),
    mail: { isOn: tools.isMailOn, ...mail },
    storage: {
      files: stored.files,
      used: stored.bytes,
      quota: stored.quota ?? tools.defaultQuota,
      disk,
      isInS3: tools.isInS3,
    },
    backup: {
      ...tools.backup,
      last: backupFrom(runOf('backup')),
      lastDrillAt: runOf('restore-drill')?.succeededAt ?? null,
    },
    certificate: certificateOf(tools, runOf('certificate')),
    settings: tools.settings,
  }
}

/** One that never began is not spoken of: where there is no scanner, nothing is scanned. */
function jobFrom(name: JobName, run: JobRun | null): readonly JobFacts[] {
  if (run === null) return []
  const everyMs = JOB_EVERY_MS[name]
  const { isRunning, succeededAt, endedAt, fault } = run
  const next = fault === null ? (succeededAt ?? endedAt) : endedAt
  return [
    {
      name,
      everyMs,
      isRunning,
      succeededAt,
      nextAt: isRunning || next === null || fault !== null ? null : new Date(next.getTime() + everyMs),
      fault,
    },
  ]
}

/** What the job says of the file that it made; a fact that it does not tell is not known. */
function backupFrom(run: JobRun | null): BackupFacts | null {
  if (!run?.succeededAt) return null
  const { file, bytes, encrypted, absent } = run.detail
  return {
    at: run.succeededAt,
    fileName: typeof file === 'string' ? file : null,
    size: typeof bytes === 'number' ? bytes : null,
    isEncrypted: typeof encrypted === 'boolean' ? encrypted : null,
    absent: typeof absent === 'number' ? absent : null,
  }
}

function certificateOf({ settings }: OperationTools, run: JobRun | null): CertificateFacts {
  if (!settings.origin.startsWith('https:')) return { state: 'plain' }
  return certificateFrom(run?.detail ?? {}, run?.succeededAt ?? null)
}

async function readDisk(folder: string): Promise<OperationFacts['storage']['disk']> {
  const disk = await statfs(folder).catch(() => null)
  return disk && { free: disk.bavail * disk.bsize, size: disk.blocks * disk.bsize }
}
