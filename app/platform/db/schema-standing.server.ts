import { sql } from 'kysely'
import type { Db } from './schema.ts'
import { withoutAgency } from './tenant.server.ts'

/** 'behind': a migration of this program is not applied. 'ahead': a newer program has applied one. */
export type SchemaStanding = 'ok' | 'behind' | 'ahead'

/**
 * Whether the newest migration of a database is `known`, the number of this program's newest. Asked beside a question in the role in which the
 * program answers requests, so that a database in which that role is missing rejects; as does one that is away.
 */
export async function schemaStanding(db: Db, known: number): Promise<SchemaStanding> {
  await withoutAgency(db, (tx) => tx.selectFrom('agency').select('id').limit(1).execute())
  const { rows } = await sql<{ newest: number | null }>`
    select max(number) as newest from schema_migration`.execute(db)
  const newest = rows[0]?.newest ?? 0
  if (newest === known) return 'ok'
  return newest < known ? 'behind' : 'ahead'
}
