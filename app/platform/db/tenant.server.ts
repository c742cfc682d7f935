import { sql } from 'kysely'
import { tracePart } from '../telemetry/tracing.server.ts'
import { refuseGivenUp } from './pulse.server.ts'
import type { Db, Tx } from './schema.ts'

export type { Tx }

const LONGEST_STATEMENT = '15s'
const DATABASE = { 'db.system.name': 'postgresql' }

/**
 * Runs `work` in one transaction as the program's role, in which row security shows the rows of that agency alone, and in
 * which no statement takes longer than 15 seconds. Role, agency and limit end with the transaction, so connections may be
 * shared, through a connection pooler too. Inside, use only `tx`.
 */
export const withAgency = <T>(db: Db, agencyId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  tracePart('database transaction', DATABASE, () => inRole(db, agencyId, work))

/** The same in the role of the sealed room, which sees the tables of its own schema and no other. Of that room alone. */
export const withSealedAgency = <T>(db: Db, agencyId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inRole(db, agencyId, work, 'prongsai_protected')

/** The same outside any agency: only what all may see is there, the list of agencies. */
export const withoutAgency = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  tracePart('database transaction', DATABASE, () => inRole(db, '', work))

/** From here on the transaction is in that agency. */
export async function enterAgency(tx: Tx, agencyId: string): Promise<void> {
  await sql`select set_config('app.agency_id', ${agencyId}, true)`.execute(tx)
}

const inRole = <T>(
  db: Db,
  agencyId: string,
  work: (tx: Tx) => Promise<T>,
  role: 'prongsai_app' | 'prongsai_protected' = 'prongsai_app',
): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('role', ${role}, true), set_config('app.agency_id', ${agencyId}, true),
      set_config('statement_timeout', ${LONGEST_STATEMENT}, true)`.execute(tx)
    const done = await work(tx)
    refuseGivenUp()
    return done
  })
