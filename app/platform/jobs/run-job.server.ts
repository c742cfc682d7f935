import type { Logger } from 'pino'
import type { Db } from '../db/schema.ts'
import { traceJob } from '../telemetry/tracing.server.ts'
import { faultCode } from './job-fault.ts'
import { type Claim, claimJob, endJob, type JobDetail, type JobRun, renewJob } from './job-run.repo.server.ts'
import type { JobName } from './jobs.table.ts'

export type JobSurroundings = Readonly<{
  db: Db
  now: () => Date
  /** Of the copy of the program that works, a UUID. */
  copyId: string
  log: Pick<Logger, 'info' | 'warn' | 'error'>
}>

export type JobWork = (isStopped: () => boolean) => Promise<JobDetail | undefined> | Promise<void>

export type RunningJob = Readonly<{
  name: JobName
  /** A copy that dies keeps others from the job for so long. Renewed while the work runs. */
  leaseMs: number
  /** Whether it is time, by the runs of all copies; asked under the lock of the job. Always when not given. */
  isDue?: (last: Pick<JobRun, 'startedAt' | 'succeededAt'>) => boolean
  /** Whether the program is ending. */
  isStopped?: () => boolean
  /** How long a run took is told to nobody: its end is written as its beginning. */
  isTimeSecret?: boolean
}>

/** 'held': another copy works on it. 'failed': the work threw; its code stands in `job_run`. */
export type JobOutcome = 'done' | 'held' | 'not-due' | 'failed'

/**
 * Has one copy of the program do a job, however many ask at once. The work runs outside any transaction; it should end soon
 * once `isStopped` says so: the program ends, or the lease is lost. What it gives is kept as `detail`. Rejects only when the
 * database does not answer before the work has begun.
 */
export async function runJob(given: JobSurroundings, job: RunningJob, work: JobWork): Promise<JobOutcome> {
  const { db, now, copyId, log } = given
  const claim: Claim = { job: job.name, copyId, startedAt: now(), leaseMs: job.leaseMs }
  const claimedAt = performance.now()
  const answer = await claimJob(db, claim, job.isDue ?? (() => true))
  if (answer !== 'claimed') return answer
  const lease = keepLease(given, claim, claimedAt)
  let isCutOff = false
  const isStopped = () => {
    isCutOff ||= lease.isLost() || job.isStopped?.() === true
    return isCutOff
  }
  let fault: string | null = null
  let detail: JobDetail = {}
  try {
    const begun = async (): Promise<JobDetail> => (await work(isStopped)) ?? {}
    // When the protected channel is tended no trace tells either.
    detail = await (job.isTimeSecret ? begun() : traceJob(job.name, begun))
  } catch (error) {
    fault = faultCode(error)
    log.error({ job: job.name, fault }, 'job-failed')
  }
  // Work that was told to stop has left something undone: it is due again.
  const isWhole = fault === null && !isCutOff
  await lease.letGo()
  const at = job.isTimeSecret ? claim.startedAt : now()
  // The work is done whether or not this is written: then the lease runs out by itself.
  const isKept = await endJob(db, claim, { at, fault, isWhole, detail }).catch(() => false)
  if (!isKept) log.warn({ job: job.name }, 'job-end-not-kept')
  return fault === null ? 'done' : 'failed'
}

/** Renews three times within each lease. Lost: another has it, or nobody could say so for as long as it lasts. */
function keepLease(
  { db, log }: Pick<JobSurroundings, 'db' | 'log'>,
  claim: Claim,
  claimedAt: number,
): Readonly<{ isLost: () => boolean; letGo: () => Promise<void> }> {
  let lastsUntil = claimedAt + claim.leaseMs
  let isTaken = false
  let renewing: Promise<void> = Promise.resolve()
  const renew = async () => {
    const askedAt = performance.now()
    try {
      if (await renewJob(db, claim)) lastsUntil = askedAt + claim.leaseMs
      else isTaken = true
    } catch (error) {
      log.warn({ job: claim.job, fault: faultCode(error) }, 'job-lease-not-renewed')
    }
  }
  const timer = setInterval(() => {
    renewing = renewing.then(renew)
  }, claim.leaseMs / 3)
  timer.unref()
  return {
    isLost: () => isTaken || performance.now() > lastsUntil,
    letGo: async () => {
      clearInterval(timer)
      await renewing
    },
  }
}
