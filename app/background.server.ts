import { sweepResultUploads } from './features/assessments/index.server.ts'
import { type DeskTools, keepDesk } from './features/desk/index.server.ts'
import { disclosureTargets, isScoringNow } from './features/disclosure/index.server.ts'
import type { EvidenceStoring } from './features/evidence/index.server.ts'
import { sendDigests } from './features/improvement/index.server.ts'
import { backupJob, type OperationTools } from './features/operation/index.server.ts'
import { type AgencyDirectory, listAgencyHosts } from './features/people/index.server.ts'
import { type ProtectedChannel, sweepSealedFiles, tendChannel } from './features/protected/index.server.ts'
import { checkAllWalks } from './features/reports/index.server.ts'
import { tellReviewsDue } from './features/site/index.server.ts'
import { makeDueRounds, type WatchTools } from './features/watch/index.server.ts'
import { KEPT_FILE_COLUMNS } from './kept-files.ts'
import type { Actor } from './kernel/actor.ts'
import type { Config } from './platform/config/config.server.ts'
import type { Ctx, ProgramCtx } from './platform/ctx.server.ts'
import { withoutAgency } from './platform/db/tenant.server.ts'
import { findSweepHold, sweepOrphans } from './platform/files/sweep-orphans.server.ts'
import type { Jobs } from './platform/jobs/create-jobs.server.ts'
import { inEachAgency } from './platform/jobs/each-agency.ts'
import type { JobDetail } from './platform/jobs/job-run.repo.server.ts'
import { JOB_EVERY_MS, JOB_LEASE_MS } from './platform/jobs/jobs.table.ts'
import type { JobWork } from './platform/jobs/run-job.server.ts'
import { log } from './platform/log/log.server.ts'
import { createClamav } from './platform/scan/clamav.server.ts'
import { addressOf } from './web/addresses.ts'

export type BackgroundParts = Readonly<{
  config: Pick<Config, 'files' | 'backup' | 'databaseUrl' | 'databases' | 'protectedChannel'>
  ctx: ProgramCtx
  directory: Pick<AgencyDirectory, 'list'>
  /** Of an agency's own site, without a slash at the end. */
  originOf: (agencyId: string) => string
  desk: DeskTools
  evidence: EvidenceStoring
  channel: ProtectedChannel
  watchTools: WatchTools
  operation: OperationTools
}>

const LONGEST_SCAN_PAUSE_MS = 15 * 60_000

/** Everything that the rooms do by themselves, each in one copy of the program at a time. */
export function addBackgroundJobs(jobs: Jobs, parts: BackgroundParts): void {
  const { evidence, watchTools, originOf } = parts
  const add = (
    name: keyof typeof JOB_EVERY_MS,
    work: JobWork,
    more: Partial<Parameters<Jobs['add']>[0]> = {},
  ) => jobs.add({ name, everyMs: JOB_EVERY_MS[name], leaseMs: JOB_LEASE_MS, work, ...more })
  const agenciesAs = (name: string) => () => agenciesOf(parts, name)

  add('reminders', (isStopped) => remind(parts, isStopped))
  add('desk', (isStopped) => keepDesks(parts, isStopped))
  add('tending', (isStopped) => tend(parts, isStopped), { isTimeSecret: true })
  add('result-sweep', () => sweepResultUploads(agenciesAs('file-keeper')(), parts.ctx.now()))
  add('walk-check', (isStopped) =>
    checkAllWalks({ agencies: agenciesAs('walk-checker'), store: evidence.files.store, log }, isStopped),
  )
  add('watch', (isStopped) =>
    makeDueRounds(
      {
        agencies: agenciesAs('watch'),
        targets: disclosureTargets,
        originOf,
        isScoring: isScoringNow,
        tools: watchTools,
      },
      isStopped,
    ),
  )
  add('certificate', parts.operation.checkCertificate)
  add('file-sweep', (isStopped) => sweepFiles(parts, isStopped))
  add('sealed-sweep', (isStopped) => sweepSealed(parts, isStopped), { isTimeSecret: true })
  const backup = backupJob(parts.config, parts.ctx.now)
  if (backup) add('backup', backup.work, { isDue: backup.isDue })
  const { scanWaiting } = evidence
  if (scanWaiting)
    add(
      'file-scan',
      async (isStopped) => {
        if ((await scanWaiting(isStopped)) === 'scanner-away') throw new ScannerAway()
      },
      { longestPauseMs: LONGEST_SCAN_PAUSE_MS },
    )
}

/** Known by its code alone. */
class ScannerAway extends Error {
  readonly code = 'scanner-away'
}

const agenciesOf = ({ ctx, directory }: Pick<BackgroundParts, 'ctx' | 'directory'>, name: string): Ctx[] => {
  const actor: Actor = { kind: 'system', name }
  return directory.list().map((agency) => ({ ...ctx, actor, agency }))
}

/** Has the digests of every agency written when their hour has come; each is written once. */
const remind = (parts: BackgroundParts, isStopped: () => boolean): Promise<void> =>
  inEachAgency({
    agencies: agenciesOf(parts, 'reminders'),
    work: async (ctx) => {
      await tellReviewsDue(ctx)
      const { written, failed } = await sendDigests(ctx, { origin: parts.originOf(ctx.agency.id), isStopped })
      if (written > 0) log.info({ written }, 'digests-written')
      for (const error of failed) log.error({ err: error }, 'digest-not-written')
      if (failed[0]) throw failed[0]
    },
    failed: (error) => log.error({ err: error }, 'digests-not-read'),
    isStopped,
  })

/** Has the complaint desk of every agency do minute by minute what it does by itself. */
function keepDesks(parts: BackgroundParts, isStopped: () => boolean): Promise<void> {
  const { clamav } = parts.config.files
  const scan = clamav === null ? null : createClamav(clamav)
  return inEachAgency({
    agencies: agenciesOf(parts, 'desk'),
    work: (ctx) => keepDesk(ctx, parts.desk, scan),
    failed: (error) => log.error({ err: error }, 'desk-not-kept'),
    isStopped,
  })
}

/** Files of the store that nothing refers to; none while the database may be an older one than they. */
async function sweepFiles(parts: BackgroundParts, isStopped: () => boolean): Promise<JobDetail> {
  const held = await findSweepHold(parts.ctx.db, parts.ctx.now())
  if (held) return { removed: 0, size: 0, heldUntil: held.toISOString() }
  let [removed, size] = [0, 0]
  await inEachAgency({
    agencies: agenciesOf(parts, 'file-keeper'),
    work: async ({ db, agency, now }) => {
      const { store } = parts.evidence.files
      const given = { db, store, agencyId: agency.id, columns: KEPT_FILE_COLUMNS, now: now(), isStopped }
      const swept = await sweepOrphans({ ...given, isDryRun: false })
      removed += swept.removed
      size += swept.size
    },
    failed: (error) => log.error({ err: error }, 'files-not-swept'),
    isStopped,
  })
  if (removed > 0) log.info({ removed, size }, 'files-swept')
  return { removed, size }
}

async function sweepSealed({ channel, ctx }: BackgroundParts, isStopped: () => boolean): Promise<void> {
  try {
    // Not of the directory, which knows only those that answer somewhere: files of the others lie there too.
    const agencyIds = (await withoutAgency(ctx.db, listAgencyHosts)).map(({ id }) => id)
    await sweepSealedFiles({ channel, agencyIds, now: ctx.now(), isStopped })
  } catch {
    channel.log('files-not-swept')
  }
}

/** What goes wrong is told to the log of the channel alone, and not to `job_run`: both have times. */
async function tend(parts: BackgroundParts, isStopped: () => boolean): Promise<void> {
  const { channel, originOf } = parts
  for (const ctx of agenciesOf(parts, 'reminders')) {
    if (isStopped()) return
    const home = originOf(ctx.agency.id)
    const tending = { home: (lang: 'th' | 'en') => home + addressOf.office(lang, 'protected'), isStopped }
    try {
      const { failed } = await tendChannel({ ...ctx, channel }, tending)
      for (const _ of failed) channel.log('tending-failed')
    } catch {
      channel.log('tending-failed')
    }
  }
}
