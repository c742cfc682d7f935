import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Config } from '../config/config.server.ts'
import { databaseRefusal } from './database-refusal.ts'
import { closeAtExit } from './embedded/close-at-exit.server.ts'
import { joinOwnPostgres, type OwnAddress, type OwnPostgres } from './embedded/own-postgres.server.ts'
import { type Channel, listenTo } from './listen.server.ts'
import { migrateToLatest } from './migrate.server.ts'
import { asProgram, behindWalls, ensureProgramLogin, standsAboveWalls } from './program-login.server.ts'
import type { Db, Schema } from './schema.ts'

export type { Db, Schema }

export type Database = Readonly<{
  db: Db
  pool: pg.Pool
  /** `own`: the program's own PostgreSQL under DATA_DIR. `server`: the one of DATABASE_URL. */
  kind: 'own' | 'server'
  /** Calls `heard` for every announcement of any process (see `announce`) until the returned function is called. */
  listen: (channel: Channel, heard: () => void) => Promise<() => Promise<void>>
  /** Ends all connections; the last process that uses the own PostgreSQL stops it. May be called again. */
  close: () => Promise<void>
}>

export type OpenOptions = Readonly<{
  /** False leaves the schema as it is. */
  migrate?: boolean
  /** Takes what is worth logging; standard error when not given. */
  log?: (message: string) => void
}>

const OLDEST_SERVER = 150_000
const ABOVE_WALLS =
  'row security does not bind the login of DATABASE_URL: the program gives that up for its own queries, but set DATABASE_URL to a login that owns the database and is neither superuser nor has BYPASSRLS'
const LONGEST_WAIT_FOR_QUERIES_MS = 3_000
const LONGEST_CONNECT_MS = 5_000
/** A server that hangs does not end a statement itself (see `tenant.server.ts`): then the program gives it up. */
const LONGEST_QUERY_MS = 20_000

/**
 * Opens the database of the settings and brings its schema up to date. `db` and `pool` are of a login that row security
 * binds. Throws DatabaseRefusal with a sentence for the person who starts the program.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'databasePool' | 'dataDir'>,
  options: OpenOptions = {},
): Promise<Database> {
  const log = options.log ?? ((message: string) => void process.stderr.write(`${message}\n`))
  const own = config.databaseUrl === null ? await joinOwnPostgres(config.dataDir, { log }) : null
  const opened: { pool?: pg.Pool } = {}
  const close = closer(opened, own, config.dataDir)
  try {
    const address = own
      ? await prepareOwn(connectToOwn(own), options)
      : await prepareServer(config.databaseUrl as string, options, log)
    const pool = programPool(address, config.databasePool, log)
    opened.pool = pool
    if (config.databaseUrl !== null && address.connectionString !== config.databaseUrl)
      await refuseOpenWalls(pool, config.databaseUrl)
    return {
      db: kyselyOn(pool),
      pool,
      kind: own ? 'own' : 'server',
      listen: (channel, heard) => listenTo(address, channel, heard),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Connections of another login to a database that is open and migrated. Behind the same walls: what it may reach is what was
 * granted to it.
 */
export function openLogin(
  url: string,
  { max, log }: Readonly<{ max: number; log: (message: string) => void }>,
): Readonly<{ db: Db; close: () => Promise<void> }> {
  const pool = programPool({ connectionString: url }, max, log)
  return { db: kyselyOn(pool), close: () => pool.end() }
}

function programPool(address: pg.PoolConfig, max: number, log: (message: string) => void): pg.Pool {
  const pool = new pg.Pool({
    ...address,
    max,
    connectionTimeoutMillis: LONGEST_CONNECT_MS,
    allowExitOnIdle: true,
    query_timeout: LONGEST_QUERY_MS,
    types: { getTypeParser },
  })
  // A server that stops ends idle connections; without a listener that would end this process too.
  pool.on('error', (error) => pool.ending || log(`an idle database connection was lost: ${error.message}`))
  // One that is lost within a transaction tells its own listeners too; whoever waits for a query is told by that query.
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

/** Brings the schema up to date as the superuser of the own PostgreSQL. Gives the address at which the program works. */
const prepareOwn = (owner: OwnAddress, { migrate }: OpenOptions): Promise<pg.PoolConfig> =>
  withSetupPool(owner, async (pool) => {
    if (migrate !== false) await migrateToLatest(pool)
    await ensureProgramLogin(pool)
    return asProgram(owner)
  })

/** The same on a server, as the login of its URL, which owns the tables. */
const prepareServer = (
  url: string,
  { migrate }: OpenOptions,
  log: (message: string) => void,
): Promise<pg.PoolConfig> =>
  withSetupPool({ connectionString: url }, async (pool) => {
    await refuseUnusableServer(pool, url)
    if (migrate !== false) await migrateToLatest(pool)
    if (!(await standsAboveWalls(pool))) return { connectionString: url }
    log(ABOVE_WALLS)
    return { connectionString: behindWalls(url) }
  })

/** One connection without the limit of queries: a migration of a large database takes its time. */
async function withSetupPool<T>(address: pg.PoolConfig, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ ...address, connectionTimeoutMillis: LONGEST_CONNECT_MS, max: 1 })
  pool.on('error', () => {})
  return work(pool).finally(() => pool.end())
}

/** Kysely over a pool that somebody else ends. */
export const kyselyOn = (pool: pg.Pool): Db => new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })

// Startup parameters do not pass a connection pooler: a server gets this limit from its own configuration.
const connectToOwn = (own: OwnPostgres) => ({ ...own.address, idle_in_transaction_session_timeout: 60_000 })

// A date is a day, not an instant: as text it cannot move with the time zone.
export const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.DATE ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text')

function closer(
  opened: Readonly<{ pool?: pg.Pool }>,
  own: OwnPostgres | null,
  dataDir: string,
): () => Promise<void> {
  let closed: Promise<void> | null = null
  const closeOnce = async () => {
    // A query that does not end must not keep the program from ending.
    const timer = new AbortController()
    const tooLong = sleep(LONGEST_WAIT_FOR_QUERIES_MS, undefined, { signal: timer.signal }).catch(() => {})
    await Promise.race([opened.pool?.end(), tooLong])
    timer.abort()
    await own?.leave()
    forget()
  }
  const close = () => {
    closed ??= closeOnce()
    return closed
  }
  const forget = own ? closeAtExit({ dataDir, close }) : () => {}
  return close
}

async function refuseUnusableServer(pool: pg.Pool, url: string): Promise<void> {
  const { host } = new URL(url)
  // The published types of pg lack the limit of one query.
  const question = { text: 'show server_version_num', query_timeout: LONGEST_QUERY_MS }
  const version = await pool.query<{ server_version_num: string }>(question).catch((error) => {
    throw databaseRefusal('database.unreachable-server', host, error.message)
  })
  const found = Number(version.rows[0]?.server_version_num)
  if (found < OLDEST_SERVER)
    throw databaseRefusal('database.server-too-old', host, String(Math.floor(found / 10_000)))
}

/** A pooler may refuse the option by which a superuser gives up its rights, or leave it out. */
async function refuseOpenWalls(pool: pg.Pool, url: string): Promise<void> {
  const { host } = new URL(url)
  const isAbove = await standsAboveWalls(pool).catch((error) => {
    throw databaseRefusal('database.above-walls', host, error.message)
  })
  if (isAbove) throw databaseRefusal('database.above-walls', host, 'role was not set')
}
