import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { withoutAgency } from '../db/tenant.server.ts'
import { faultCode } from './job-fault.ts'
import type { JobSurroundings } from './run-job.server.ts'

export type ProgramCopy = Readonly<{
  id: string
  version: string
  /** The newest migration that it knows. */
  schemaNumber: number
  startedAt: Date
  seenAt: Date
}>

const BEAT_MS = 30_000
// All times are the database's: clocks of two machines may differ by more than this.
// What is seen to come was written before that clock was put back.
const RUNNING = sql<boolean>`seen_at between now() - interval '90 seconds' and now() + interval '90 seconds'`
const FORGOTTEN = sql<boolean>`seen_at not between now() - interval '1 day' and now() + interval '1 day'`
const NOW = sql<Date>`now()`

/** Copies of the program that were seen within the last 90 seconds, by the clock of the database; the oldest first. */
export const copiesRunning = (db: Db): Promise<readonly ProgramCopy[]> =>
  withoutAgency(db, async (tx) => {
    const rows = await tx
      .selectFrom('program_copy')
      .selectAll()
      .where(RUNNING)
      .orderBy('started_at')
      .orderBy('id')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      version: row.version,
      schemaNumber: row.schema_number,
      startedAt: row.started_at,
      seenAt: row.seen_at,
    }))
  })

/**
 * Lets the others know of this copy, every 30 seconds until `leave`. Rejects when the database does not take it at the first
 * time; later it is told to the log.
 */
export async function enterCopy(
  { db, copyId, log }: Pick<JobSurroundings, 'db' | 'copyId' | 'log'>,
  { version, schemaNumber }: Pick<ProgramCopy, 'version' | 'schemaNumber'>,
): Promise<Readonly<{ leave: () => Promise<void> }>> {
  // Of its beginning, also where the row was removed meanwhile: a database was restored, or away for a day.
  let beat = writeCopy(db, { id: copyId, version, schemaNumber })
  await beat
  const timer = setInterval(() => {
    beat = beat
      .then(() => writeCopy(db, { id: copyId, version, schemaNumber }))
      .catch((error) => log.warn({ fault: faultCode(error) }, 'copy-not-seen'))
  }, BEAT_MS)
  timer.unref()
  return {
    leave: async () => {
      clearInterval(timer)
      await beat
      await withoutAgency(db, (tx) => tx.deleteFrom('program_copy').where('id', '=', copyId).execute()).catch(
        (error) => log.warn({ fault: faultCode(error) }, 'copy-not-removed'),
      )
    },
  }
}

const writeCopy = (
  db: Db,
  { id, version, schemaNumber }: Pick<ProgramCopy, 'id' | 'version' | 'schemaNumber'>,
): Promise<void> =>
  withoutAgency(db, async (tx) => {
    await tx
      .insertInto('program_copy')
      .values({ id, version, schema_number: schemaNumber, started_at: NOW, seen_at: NOW })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at: NOW }))
      .execute()
    await tx.deleteFrom('program_copy').where(FORGOTTEN).execute()
  })
