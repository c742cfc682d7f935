import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { withoutAgency } from '../db/tenant.server.ts'
import { countOutbox } from '../mail/outbox.repo.server.ts'
import type { DatabaseFigures } from './metrics.server.ts'

/** The job that tends the protected channel: how it fares is told to nobody. */
const UNTOLD = 'tending'

/** What metrics say of mail and jobs. */
export async function readFigures(db: Db): Promise<DatabaseFigures> {
  const [outbox, jobs] = await Promise.all([countOutbox(db), listJobs(db)])
  return { outbox, jobs }
}

const listJobs = (db: Db): Promise<DatabaseFigures['jobs']> =>
  withoutAgency(db, async (tx) => {
    const rows = await tx
      .selectFrom('job_run')
      .select(['job', 'succeeded_at', 'runs', 'faults'])
      .select(sql<boolean>`coalesce(held_until > clock_timestamp(), false)`.as('is_running'))
      .where('job', '<>', UNTOLD)
      .orderBy('job')
      .execute()
    return rows.map((row) => ({
      job: row.job,
      isRunning: row.is_running,
      succeededAt: row.succeeded_at,
      runs: Number(row.runs),
      faults: Number(row.faults),
    }))
  })
