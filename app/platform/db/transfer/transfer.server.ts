import type pg from 'pg'
import { type Loaded, type LoadOptions, loadInto } from './load.server.ts'
import { openSnapshot, type Snapshot } from './snapshot.server.ts'

/** Every table of a snapshot, each to be read before the next. */
export async function* tablesOf(snapshot: Snapshot) {
  for (const { name, columns } of snapshot.tables)
    yield { table: name, columns, rows: await snapshot.rows(name) }
}

/**
 * Carries a whole database, as it is at one moment, into an empty one; the first is not changed. `to` is of the login that
 * owns the tables there. Throws DatabaseRefusal; then nothing was carried.
 */
export async function transfer(
  from: pg.ClientConfig,
  to: pg.ClientConfig,
  options: LoadOptions = {},
): Promise<Loaded> {
  const snapshot = await openSnapshot(from)
  try {
    const { migrations, sequences } = snapshot
    return await loadInto(to, { migrations, sequences, tables: tablesOf(snapshot) }, options)
  } finally {
    await snapshot.close()
  }
}
