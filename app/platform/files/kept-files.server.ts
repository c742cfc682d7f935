import { sql } from 'kysely'
import type { Tx } from '../db/tenant.server.ts'

/** A column that holds hashes of files that shall lie in the store, as `table.column`; its table has a column `agency_id`. */
export type FileColumn = `${string}.${string}`

/** Which of these files one of the columns names. */
export async function keptAmong(
  tx: Tx,
  {
    agencyId,
    hashes,
    columns,
  }: Readonly<{ agencyId: string; hashes: readonly string[]; columns: readonly FileColumn[] }>,
): Promise<ReadonlySet<string>> {
  const named = columns.map((one) => {
    const [table = '', column = ''] = one.split('.')
    return sql`select ${sql.ref(column)}::text as hash from ${sql.table(table)}
      where agency_id = ${agencyId} and ${sql.ref(column)} = any(${[...hashes]})`
  })
  const { rows } = await sql<{ hash: string }>`${sql.join(named, sql` union `)}`.execute(tx)
  return new Set(rows.map(({ hash }) => hash))
}
