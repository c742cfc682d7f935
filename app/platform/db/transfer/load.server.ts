import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { databaseRefusal } from '../database-refusal.ts'
import { type Applied, appliedIn, migrateTo, migrateToLatest } from '../migrate.server.ts'
import { liftGuards, seeAllRows, tablesWithRows } from './guards.server.ts'
import { isSameSum, openTally, type Sums, sumOf, type TableSum } from './sums.server.ts'
import {
  connectFor,
  copyOutOf,
  FIXED_SETTINGS,
  listTables,
  type TransferSequence,
  type TransferTable,
} from './tables.server.ts'

/** Everything that a snapshot gave. */
export type Given = Readonly<{
  migrations: readonly Applied[]
  sequences: readonly TransferSequence[]
  /** Every table once, in any order; `rows` as `Snapshot.rows` gave them. Read one after the other. */
  tables: AsyncIterable<
    Readonly<{ table: string; columns: readonly string[]; rows: AsyncIterable<Uint8Array> }>
  >
  /** What the sums were when it was taken, asked once all tables came; where it is not given, what came counts. */
  expected?: () => Sums | Promise<Sums>
}>

export type TransferProgress = Readonly<{
  step: 'loading' | 'reading-again'
  table: string
  /** Tables that are done, of all. */
  done: number
  of: number
}>

export type LoadOptions = Readonly<{ onProgress?: (progress: TransferProgress) => void }>

/** `migrated`: the migrations that were applied after the load, since the snapshot was of an older program. */
export type Loaded = Readonly<{ sums: Sums; migrated: readonly string[] }>

// Any number that no other lock of this database uses.
const LOAD_LOCK = 7_342_005
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Loads a whole database into an empty one, as the owner of its tables, who need not be a superuser: all or nothing, in one
 * transaction, kept only when every table reads again as it was sent. Then brings the schema up to date. Throws
 * DatabaseRefusal, and whatever reading `given` throws; the target is then empty, and it may be tried again.
 */
export async function loadInto(
  owner: pg.ClientConfig,
  given: Given,
  options: LoadOptions = {},
): Promise<Loaded> {
  const client = await connectFor(owner, 'prongsai load')
  const database = client.database ?? '?'
  try {
    await refuseHolding(client, database)
    await refuseAhead(client, database, given)
    // The tables as they were where the rows come from.
    await withPool(owner, (pool) => migrateTo(pool, given.migrations))
    const sums = await transaction(client, database, () => loadAll(client, given, options))
    const migrated = await withPool(owner, migrateToLatest)
    // Without its figures the first questions to a table that has just been filled are planned as if it were empty.
    await client.query('analyze')
    return { sums, migrated }
  } finally {
    await client.end().catch(() => {})
  }
}

/** Throws DatabaseRefusal where the database holds any row, as the load would: for who prepares something before it. */
export async function refuseUsedDatabase(owner: pg.ClientConfig): Promise<void> {
  const client = await connectFor(owner, 'prongsai load')
  try {
    await refuseHolding(client, client.database ?? '?')
  } finally {
    await client.end().catch(() => {})
  }
}

async function transaction<T>(client: pg.Client, database: string, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query(`${FIXED_SETTINGS}; set local lock_timeout = '10s'`)
    await client.query('select pg_advisory_xact_lock($1)', [LOAD_LOCK])
    const done = await work()
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const { code, message } = error as pg.DatabaseError
    throw code === LOCK_NOT_AVAILABLE ? databaseRefusal('transfer.is-busy', database, message) : error
  }
}

/** Row security hides rows from the owner too, so it is looked for them in a transaction that is undone. */
async function refuseHolding(client: pg.Client, database: string): Promise<void> {
  class Looked extends Error {}
  try {
    await transaction(client, database, async () => {
      await seeAllRows(client)
      await refuseRows(client, database, await listTables(client))
      throw new Looked()
    })
  } catch (error) {
    if (!(error instanceof Looked)) throw error
  }
}

async function refuseRows(
  client: pg.Client,
  database: string,
  tables: readonly TransferTable[],
): Promise<void> {
  const held = await tablesWithRows(client, tables)
  if (held.length === 0) return
  const more = held.length > 5 ? ' …' : ''
  throw databaseRefusal('transfer.target-holds', database, `${held.slice(0, 5).join(', ')}${more}`)
}

async function refuseAhead(client: pg.Client, database: string, { migrations }: Given): Promise<void> {
  const last = migrations.at(-1)
  const ahead = (await appliedIn(client)).at(-1)
  if (ahead && ahead.number > (last?.number ?? 0))
    throw databaseRefusal('transfer.target-ahead', database, ahead.name, last?.name ?? '0')
}

/** Migrations take a pool; they and the load take turns. */
async function withPool<T>(owner: pg.ClientConfig, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ ...owner, max: 1 })
  pool.on('error', () => {})
  return work(pool).finally(() => pool.end())
}

async function loadAll(
  client: pg.Client,
  given: Given,
  { onProgress = () => {} }: LoadOptions,
): Promise<Sums> {
  const tables = await listTables(client)
  const guards = await liftGuards(client)
  await refuseRows(client, client.database ?? '?', tables)
  const missing = new Map(tables.map((table) => [table.name, table]))
  const sent = new Map<string, TableSum>()
  for await (const { table: name, columns, rows } of given.tables) {
    const table = missing.get(name)
    if (!table || table.columns.join() !== columns.join())
      throw databaseRefusal('transfer.other-tables', name)
    missing.delete(name)
    onProgress({ step: 'loading', table: name, done: sent.size, of: tables.length })
    sent.set(name, await loadTable(client, table, rows))
  }
  const [absent] = missing.keys()
  if (absent !== undefined) throw databaseRefusal('transfer.other-tables', absent)
  const expected = given.expected ? await given.expected() : sent
  await refuseUnequal(client, tables, { sent, expected, onProgress })
  for (const { name, lastValue, isCalled } of given.sequences)
    await client.query('select setval($1::regclass, $2, $3)', [name, lastValue, isCalled])
  await guards.putBack()
  return sent
}

async function loadTable(
  client: pg.Client,
  { name, columns }: TransferTable,
  rows: AsyncIterable<Uint8Array>,
): Promise<TableSum> {
  const tally = openTally()
  const counted = async function* () {
    for await (const chunk of rows) {
      tally.add(chunk)
      yield chunk
    }
  }
  const target = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(counted(), { objectMode: false }), target).catch((error) => {
    throw error instanceof pg.DatabaseError
      ? databaseRefusal('transfer.load-failed', name, said(error))
      : error
  })
  return tally.sum()
}

/** Of a value that does not fit, PostgreSQL repeats the value, which is the agency's: then its code must do. */
const said = ({ code = '?', message }: pg.DatabaseError): string =>
  code.startsWith('22') ? `PostgreSQL ${code}` : message

type Compared = Readonly<{
  sent: Sums
  expected: Sums
  onProgress: (progress: TransferProgress) => void
}>

async function refuseUnequal(
  client: pg.Client,
  tables: readonly TransferTable[],
  { sent, expected, onProgress }: Compared,
): Promise<void> {
  for (const [done, table] of tables.entries()) {
    onProgress({ step: 'reading-again', table: table.name, done, of: tables.length })
    const found = await sumOf(client.query(copyTo(await copyOutOf(client, table))))
    for (const wanted of [expected.get(table.name), sent.get(table.name)])
      if (!isSameSum(found, wanted))
        throw databaseRefusal('transfer.not-equal', table.name, shown(wanted), shown(found))
  }
}

const shown = (sum: TableSum | undefined): string => (sum ? `${sum.rows}, ${sum.sha256.slice(0, 16)}` : '–')
