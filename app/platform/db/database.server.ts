import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Config } from '../config/config.server.ts'
import { closeAtExit } from './embedded/close-at-exit.server.ts'
import type { OwnAddress } from './embedded/own-paths.server.ts'
import { joinOwnPostgres, type OwnPostgres } from './embedded/own-postgres.server.ts'
import { type Channel, hearsAnnouncements, listenTo } from './listen.server.ts'
import { migrateToLatest } from './migrate.server.ts'
import {
  prepareServer,
  refuseOpenWalls,
  type ServerAddresses,
  withSetupPool,
} from './prepare-server.server.ts'
import { asProgram, ensureProgramLogin } from './program-login.server.ts'
import { feelPulse, type Pulse, type WhileAnswering } from './pulse.server.ts'
import { refuseHalfRestored } from './restore-mark.server.ts'
import type { Db, Schema } from './schema.ts'

export type { Db, Schema }

export type Database = Readonly<{
  db: Db
  pool: pg.Pool
  /** `own`: the program's own PostgreSQL under DATA_DIR. `server`: the one of DATABASE_URL. */
  kind: 'own' | 'server'
  /** Calls `heard` for every announcement of any process (see `announce`) until the returned function is called. */
  listen: (channel: Channel, heard: () => void) => Promise<() => Promise<void>>
  /** Gives a piece of work up once the database no longer answers, long before its queries do. */
  whileAnswering: WhileAnswering
  /** Ends all connections; the last process that uses the own PostgreSQL stops it. May be called again. */
  close: () => Promise<void>
}>

export type OpenOptions = Readonly<{
  /** False leaves the schema as it is. */
  migrate?: boolean
  /** True for the restore itself, which alone opens what is not all there yet. */
  isRestoring?: boolean
  /** Takes what is worth logging; standard error when not given. */
  log?: (message: string) => void
}>

const DEAF =
  'announcements of the database do not arrive, as behind a pooler: set DATABASE_DIRECT_URL to the address of the server itself; until then pages of other copies may be a minute old, and mail may wait for five minutes'
const LONGEST_WAIT_FOR_QUERIES_MS = 3_000
const LONGEST_CONNECT_MS = 5_000
/** A server that hangs does not end a statement itself (see `tenant.server.ts`): then the program gives it up. */
const LONGEST_QUERY_MS = 20_000

/**
 * Opens the database of the settings and brings its schema up to date. `db` and `pool` are of a login that row security
 * binds. Throws DatabaseRefusal with a sentence for the person who starts the program.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'databasePool' | 'dataDir'> &
    Partial<Pick<Config, 'databases' | 'protectedChannel'>>,
  options: OpenOptions = {},
): Promise<Database> {
  const log = options.log ?? ((message: string) => void process.stderr.write(`${message}\n`))
  if (options.isRestoring !== true) await refuseHalfRestored(config.dataDir)
  const own = config.databaseUrl === null ? await joinOwnPostgres(config.dataDir, { log }) : null
  const opened: { pool?: pg.Pool; pulse?: Pulse } = {}
  const close = closer(opened, own, config.dataDir)
  try {
    const { databaseUrl } = config
    const { queries, announcements } =
      own || databaseUrl === null
        ? await prepareOwn(connectToOwn(own as OwnPostgres), options)
        : await prepareServer(
            { databaseUrl, directUrl: config.databases?.directUrl ?? null },
            {
              migrate: options.migrate !== false,
              log,
              servesSealed: config.protectedChannel?.databaseUrl === null,
            },
          )
    const pool = programPool(queries, config.databasePool, log)
    opened.pool = pool
    // Past a pooler: one that is full is not a database that is away.
    const pulse = feelPulse(announcements)
    opened.pulse = pulse
    if (databaseUrl !== null && queries.connectionString !== databaseUrl)
      await refuseOpenWalls(pool, databaseUrl)
    return {
      db: kyselyOn(pool),
      pool,
      kind: own ? 'own' : 'server',
      listen: listening({ announcements, pool, log: own ? null : log }),
      whileAnswering: pulse.whileAnswering,
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
const prepareOwn = (owner: OwnAddress, { migrate }: OpenOptions): Promise<ServerAddresses> =>
  withSetupPool(owner, async (pool) => {
    if (migrate !== false) await migrateToLatest(pool)
    await ensureProgramLogin(pool)
    return { queries: asProgram(owner), announcements: asProgram(owner) }
  })

type Listening = Readonly<{
  announcements: pg.PoolConfig
  pool: pg.Pool
  /** Is told, once, when announcements get lost; null where they cannot. */
  log: ((message: string) => void) | null
}>

function listening({ announcements, pool, log }: Listening): Database['listen'] {
  let isTried = log === null
  return async (channel, heard) => {
    const stop = await listenTo(announcements, channel, heard)
    if (!isTried) {
      isTried = true
      void hearsAnnouncements(announcements, pool).then((hears) => hears || log?.(DEAF))
    }
    return stop
  }
}

/** Kysely over a pool that somebody else ends. */
export const kyselyOn = (pool: pg.Pool): Db => new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })

// Startup parameters do not pass a connection pooler: a server gets this limit from its own configuration.
const connectToOwn = (own: OwnPostgres) => ({ ...own.address, idle_in_transaction_session_timeout: 60_000 })

// A date is a day, not an instant: as text it cannot move with the time zone.
export const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.DATE ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text')

function closer(
  opened: Readonly<{ pool?: pg.Pool; pulse?: Pulse }>,
  own: OwnPostgres | null,
  dataDir: string,
): () => Promise<void> {
  let closed: Promise<void> | null = null
  const closeOnce = async () => {
    // A query that does not end must not keep the program from ending.
    const timer = new AbortController()
    const tooLong = sleep(LONGEST_WAIT_FOR_QUERIES_MS, undefined, { signal: timer.signal }).catch(() => {})
    await Promise.race([Promise.all([opened.pool?.end(), opened.pulse?.close()]), tooLong])
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
