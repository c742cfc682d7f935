import pg from 'pg'
import { databaseRefusal } from './database-refusal.ts'
import { findPending, migrateToLatest } from './migrate.server.ts'
import { behindWalls, missingRole, ownsTables, standsAboveWalls } from './program-login.server.ts'

/** How a database of a server is reached: for queries, which may pass a pooler, and for announcements, which must not. */
export type ServerAddresses = Readonly<{ queries: pg.PoolConfig; announcements: pg.PoolConfig }>

export type ServerUrls = Readonly<{
  databaseUrl: string
  /** Null: `databaseUrl` leads to the server itself. */
  directUrl: string | null
}>

type Preparing = Readonly<{
  /** False leaves the schema as it is, and does not look at it. */
  migrate: boolean
  log: (message: string) => void
  /** Whether the protected channel works with the login of `databaseUrl`, for want of one of its own. */
  servesSealed: boolean
}>

const OLDEST_SERVER = 150_000
const LONGEST_CONNECT_MS = 5_000
const LONGEST_QUESTION_MS = 20_000
const ABOVE_WALLS =
  'row security does not bind the login of DATABASE_URL: the program gives that up for its own queries, but set DATABASE_URL to a login that owns the database and is neither superuser nor has BYPASSRLS'

/**
 * Brings the schema of a server up to date where the login owns the tables; one that does not only looks whether it is, as
 * of a program whose owner is another. Throws DatabaseRefusal when the server cannot be used.
 */
export async function prepareServer(
  { databaseUrl, directUrl }: ServerUrls,
  { migrate, log, servesSealed }: Preparing,
): Promise<ServerAddresses> {
  const isAbove = await withSetupPool({ connectionString: directUrl ?? databaseUrl }, async (pool) => {
    await refuseUnusableServer(
      pool,
      directUrl ?? databaseUrl,
      directUrl ? 'DATABASE_DIRECT_URL' : 'DATABASE_URL',
    )
    if (migrate) await bringUpToDate(pool)
    const above = await standsAboveWalls(pool)
    if (migrate && !above) await refuseWithoutRoles(pool, servesSealed)
    return above
  })
  if (directUrl !== null)
    await withSetupPool({ connectionString: databaseUrl }, (pool) =>
      refuseUnusableServer(pool, databaseUrl, 'DATABASE_URL'),
    )
  if (isAbove) log(ABOVE_WALLS)
  const addressOf = (url: string) => ({ connectionString: isAbove ? behindWalls(url) : url })
  return { queries: addressOf(databaseUrl), announcements: addressOf(directUrl ?? databaseUrl) }
}

/** One connection without the limit of queries: a migration of a large database takes its time. */
export async function withSetupPool<T>(
  address: pg.PoolConfig,
  work: (pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ ...address, connectionTimeoutMillis: LONGEST_CONNECT_MS, max: 1 })
  pool.on('error', () => {})
  return work(pool).finally(() => pool.end())
}

/** Throws DatabaseRefusal for a server that does not answer or is too old. `setting` is where its address stands. */
export async function refuseUnusableServer(pool: pg.Pool, url: string, setting: string): Promise<void> {
  const { host } = new URL(url)
  // The published types of pg lack the limit of one query.
  const question = { text: 'show server_version_num', query_timeout: LONGEST_QUESTION_MS }
  const version = await pool.query<{ server_version_num: string }>(question).catch((error) => {
    throw databaseRefusal('database.unreachable-server', host, error.message, setting)
  })
  const found = Number(version.rows[0]?.server_version_num)
  if (found < OLDEST_SERVER)
    throw databaseRefusal('database.server-too-old', host, String(Math.floor(found / 10_000)))
}

/** A pooler may refuse the option by which a superuser gives up its rights, or leave it out. */
export async function refuseOpenWalls(pool: pg.Pool, url: string): Promise<void> {
  const { host } = new URL(url)
  const isAbove = await standsAboveWalls(pool).catch((error) => {
    throw databaseRefusal('database.above-walls', host, error.message)
  })
  if (isAbove) throw databaseRefusal('database.above-walls', host, 'role was not set')
}

async function bringUpToDate(pool: pg.Pool): Promise<void> {
  if (await ownsTables(pool)) {
    await migrateToLatest(pool)
    return
  }
  const pending = await findPending(pool)
  if (pending[0]) throw databaseRefusal('database.behind', pending[0], String(pending.length))
}

async function refuseWithoutRoles(pool: pg.Pool, servesSealed: boolean): Promise<void> {
  const missing = await missingRole(pool, ['prongsai_app', 'prongsai_sender'])
  if (missing) throw databaseRefusal('database.no-role', missing.login, missing.role)
  const sealed = servesSealed ? await missingRole(pool, ['prongsai_protected']) : null
  if (sealed) throw databaseRefusal('database.sealed-login-missing', sealed.login)
}
