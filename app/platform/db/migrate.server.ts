import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { programVersion } from '../program-version.server.ts'
import { projectRoot } from '../project-root.server.ts'
import { databaseRefusal } from './database-refusal.ts'

export const MIGRATIONS = path.join(projectRoot, 'db/migrations')

/** One file `NNNN-name.sql`; `checksum` is the SHA-256 of its bytes. */
type Migration = Readonly<{ number: number; name: string; sql: string; checksum: string }>
/** As the database keeps it. `program_version`: which program applied it; missing where an earlier one made the table. */
export type Applied = Readonly<{
  number: number
  name: string
  checksum: string
  program_version?: string | null
}>

// Any number that no other lock of this database uses.
const MIGRATION_LOCK = 7_342_002

const RECORD = `create table if not exists schema_migration (
  number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now()
);
alter table schema_migration add column if not exists program_version text`

type Asks = Pick<pg.ClientBase, 'query'>

/**
 * Brings the schema up to date and gives the names of the migrations that it applied. Several processes may do so at
 * once: each migration runs in a transaction of its own under a lock that ends with it, so it works through a connection
 * pooler too. Throws DatabaseRefusal when the database was used by a newer program or with other migrations.
 */
export const migrateToLatest = (pool: pg.Pool, folder = MIGRATIONS): Promise<readonly string[]> =>
  migrateThrough(pool, readMigrations(folder))

/**
 * Brings the schema to the steps that another database has, and no further: its rows fit these tables. Throws
 * DatabaseRefusal when the other was used by a newer program or with other migrations, and when this one is further.
 */
export async function migrateTo(
  pool: pg.Pool,
  other: readonly Applied[],
  folder = MIGRATIONS,
): Promise<void> {
  const known = readMigrations(folder)
  const ahead = new Set(pendingOf(known, other))
  await migrateThrough(
    pool,
    known.filter((migration) => !ahead.has(migration)),
  )
}

async function migrateThrough(pool: pg.Pool, known: readonly Migration[]): Promise<readonly string[]> {
  const done: string[] = []
  const client = await pool.connect()
  try {
    let pending = pendingOf(known, await appliedIn(client))
    while (pending.length > 0) {
      const name = await applyNext(client, known)
      if (name !== null) done.push(name)
      pending = pendingOf(known, await appliedIn(client))
    }
    return done
  } finally {
    client.release()
  }
}

/** The number of the newest migration of this program. */
export const newestMigration = (folder = MIGRATIONS): number => readMigrations(folder).at(-1)?.number ?? 0

/**
 * The names of the migrations that are still to be applied; nothing is changed. Throws DatabaseRefusal as
 * `migrateToLatest` does.
 */
export async function findPending(asks: Asks, folder = MIGRATIONS): Promise<readonly string[]> {
  return pendingOf(readMigrations(folder), await appliedIn(asks)).map(({ name }) => name)
}

function readMigrations(folder: string): readonly Migration[] {
  return fs
    .readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = fs.readFileSync(path.join(folder, file), 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      return { number: Number(file.slice(0, 4)), name: file.slice(0, -4), sql, checksum }
    })
}

/** The migrations that were applied to a database; none where it was never used by the program. */
export async function appliedIn(asks: Asks): Promise<readonly Applied[]> {
  const there = await asks.query("select to_regclass('schema_migration') is not null as there")
  if (!there.rows[0]?.there) return []
  // Not by the names of its columns: an earlier program's table lacks the last of them.
  const rows = await asks.query<Applied>('select * from schema_migration order by number')
  return rows.rows
}

function pendingOf(known: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  const byNumber = new Map(known.map((migration) => [migration.number, migration]))
  const unknown = applied.filter(({ number }) => !byNumber.has(number))
  const newest = unknown.at(-1)
  if (newest) {
    // The last one may lack it, where a hand put it there: any that the newer program left says which it was.
    const version = unknown.findLast((one) => one.program_version)?.program_version ?? ''
    throw databaseRefusal('database.newer-program', newest.name, known.at(-1)?.name ?? '0', version)
  }
  for (const { number, name, checksum } of applied)
    if (byNumber.get(number)?.checksum !== checksum) throw databaseRefusal('database.changed-migration', name)
  const numbers = new Set(applied.map((migration) => migration.number))
  return known.filter((migration) => !numbers.has(migration.number))
}

/** Applies one migration, and gives its name; null when another process has applied all meanwhile. */
async function applyNext(client: pg.PoolClient, known: readonly Migration[]): Promise<string | null> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await client.query(RECORD)
    const next = pendingOf(known, await appliedIn(client))[0]
    if (next) await apply(client, next)
    await client.query('commit')
    return next?.name ?? null
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql)
    await client.query(
      'insert into schema_migration (number, name, checksum, program_version) values ($1, $2, $3, $4)',
      [migration.number, migration.name, migration.checksum, programVersion],
    )
  } catch (error) {
    throw databaseRefusal('database.migration-failed', migration.name, (error as Error).message)
  }
}
