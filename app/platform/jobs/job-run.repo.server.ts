import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { withoutAgency } from '../db/tenant.server.ts'
import type { JobName } from './jobs.table.ts'

/** What a run tells of itself: counts, sizes, names that the program gave. Nothing of a person. */
export type JobDetail = Readonly<Record<string, string | number | boolean | null>>

export type JobRun = Readonly<{
  job: string
  /** Whether a copy works on it now. */
  isRunning: boolean
  startedAt: Date | null
  endedAt: Date | null
  succeededAt: Date | null
  /** Of the last run, where that failed. */
  fault: string | null
  runs: number
  faults: number
  /** Of the last run that succeeded. */
  detail: JobDetail
}>

/** One run: its lease is of that copy and that beginning, so that a copy that slept does not end another's. */
export type Claim = Readonly<{ job: JobName; copyId: string; startedAt: Date; leaseMs: number }>

type Ending = Readonly<{ at: Date; fault: string | null; isWhole: boolean; detail: JobDetail }>

// The clock of the database says how long a lease lasts: those of two machines may differ.
// One that lasts longer than any is given was taken before that clock was put back.
const FREE = sql<boolean>`(held_until is null or held_until <= clock_timestamp()
  or held_until > clock_timestamp() + interval '1 hour')`
const until = (leaseMs: number) => sql<Date>`clock_timestamp() + ${leaseMs} * interval '1 millisecond'`

/** Takes a job for this copy alone, where no other has it and `isDue` says so of the runs before. */
export const claimJob = (
  db: Db,
  { job, copyId, startedAt, leaseMs }: Claim,
  isDue: (last: Pick<JobRun, 'startedAt' | 'succeededAt'>) => boolean,
): Promise<'claimed' | 'held' | 'not-due'> =>
  withoutAgency(db, async (tx) => {
    await tx
      .insertInto('job_run')
      .values({ job })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const last = await tx
      .selectFrom('job_run')
      .select(['started_at', 'succeeded_at', FREE.as('is_free')])
      .where('job', '=', job)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (!last.is_free) return 'held'
    if (!isDue({ startedAt: last.started_at, succeededAt: last.succeeded_at })) return 'not-due'
    await tx
      .updateTable('job_run')
      .set({ holder: copyId, held_until: until(leaseMs), started_at: startedAt })
      .where('job', '=', job)
      .execute()
    return 'claimed'
  })

/** False when another copy has the job by now. */
export const renewJob = (db: Db, claim: Claim): Promise<boolean> =>
  withoutAgency(db, async (tx) => {
    const renewed = await tx
      .updateTable('job_run')
      .set({ held_until: until(claim.leaseMs) })
      .where('job', '=', claim.job)
      .where('holder', '=', claim.copyId)
      .where('started_at', '=', claim.startedAt)
      .executeTakeFirst()
    return renewed.numUpdatedRows > 0n
  })

/** Writes how a run ended and gives the job back. False when another copy has it by now: its row is left alone. */
export const endJob = (db: Db, claim: Claim, { at, fault, isWhole, detail }: Ending): Promise<boolean> =>
  withoutAgency(db, async (tx) => {
    const ended = await tx
      .updateTable('job_run')
      .set(({ eb }) => ({
        holder: null,
        held_until: null,
        ended_at: at,
        fault,
        runs: eb('runs', '+', '1'),
        ...(fault === null ? {} : { faults: eb('faults', '+', '1') }),
        ...(isWhole ? { succeeded_at: at, detail: JSON.stringify(detail) } : {}),
      }))
      .where('job', '=', claim.job)
      .where('holder', '=', claim.copyId)
      .where('started_at', '=', claim.startedAt)
      .executeTakeFirst()
    return ended.numUpdatedRows > 0n
  })

/** Every job that was begun at least once. */
export const listJobRuns = (db: Db): Promise<readonly JobRun[]> =>
  withoutAgency(db, async (tx) => {
    const rows = await tx
      .selectFrom('job_run')
      .selectAll()
      .select(FREE.as('is_free'))
      .where('started_at', 'is not', null)
      .orderBy('job')
      .execute()
    return rows.map((row) => ({
      job: row.job,
      isRunning: !row.is_free,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      succeededAt: row.succeeded_at,
      fault: row.fault,
      runs: Number(row.runs),
      faults: Number(row.faults),
      detail: row.detail as JobDetail,
    }))
  })
