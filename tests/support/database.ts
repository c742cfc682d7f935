import pg from 'pg'
import { inject } from 'vitest'
import { type Db, getTypeParser, kyselyOn } from '../../app/platform/db/database.server.ts'
import { joinOwnPostgres } from '../../app/platform/db/embedded/own-postgres.server.ts'
import { migrateToLatest } from '../../app/platform/db/migrate.server.ts'
import { asProgram, ensureProgramLogin } from '../../app/platform/db/program-login.server.ts'
import { emptyDirectory, removeDirectory } from './database-processes.ts'
import { loginsOf, type ServerAddress, startDatabaseServer, urlOf } from './database-server.ts'

/** Which PostgreSQL this run of the tests is about: the program's own, or a server (see `npm run test:server`). */
export const databaseKind: 'own' | 'server' = process.env.TEST_DATABASE_URL ? 'server' : 'own'

export type TestDatabase = Readonly<{
  /** As the program works: of a login that row security binds. `url` and `address` are of it too. */
  db: Db
  pool: pg.Pool
  address: ServerAddress
  /** DATABASE_URL for a program of its own. */
  url: string
  /** Has the rights of the owner of the tables and stands above row security: for looking behind the walls, and tampering. */
  owner: pg.Pool
  drop: () => Promise<void>
}>

const TEMPLATE = 'migrated'
const TEMPLATE_LOCK = 7_342_003

// Nothing of a test run has to survive a power cut.
const QUICK = ['full_page_writes=off', 'synchronous_commit=off', 'autovacuum=off', 'max_connections=200']

/** Each for the database that it names, which is `postgres` until told otherwise. */
type Logins = Readonly<{
  superuser: ServerAddress
  /** Applies migrations and owns the tables. */
  migrator: ServerAddress
  program: ServerAddress
  owner: ServerAddress
  leave: () => Promise<void>
}>

async function joinPostgres(): Promise<Logins> {
  if (process.env.TEST_DATABASE_URL) {
    const { login, aboveWalls, superuser } = loginsOf(process.env.TEST_DATABASE_URL)
    return { superuser, migrator: login, program: login, owner: aboveWalls, leave: async () => {} }
  }
  const own = await joinOwnPostgres(inject('databaseDirectory'), {
    durable: false,
    flags: QUICK.flatMap((flag) => ['-c', flag]),
  })
  const superuser = { ...own.address, database: 'postgres' }
  const program = asProgram(superuser)
  return { superuser, migrator: superuser, program, owner: superuser, leave: own.leave }
}

/** A database of its own for one test file, with all migrations applied. Call `drop` in afterAll. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { name, logins, drop } = await makeDatabase(`template ${TEMPLATE} strategy file_copy`)
  const address = { ...logins.program, database: name }
  const pool = openPool({ ...address, max: 5, types: { getTypeParser } })
  const owner = openPool({ ...logins.owner, database: name, max: 3, types: { getTypeParser } })
  return {
    db: kyselyOn(pool),
    pool,
    address,
    url: urlOf(address),
    owner,
    drop: async () => {
      await Promise.all([pool.end(), owner.end()])
      await drop()
    },
  }
}

/** A database without any table, and the login that may make them. */
export async function emptyDatabase(): Promise<
  Readonly<{ address: ServerAddress; drop: () => Promise<void> }>
> {
  const { name, logins, drop } = await makeDatabase('')
  return { address: { ...logins.migrator, database: name }, drop }
}

/**
 * Settings with which a program of its own starts as on its first day: with an empty directory for its own PostgreSQL, or
 * with an empty database on the server.
 */
export async function freshInstallation(): Promise<
  Readonly<{ env: Readonly<{ DATA_DIR: string; DATABASE_URL: string }>; remove: () => Promise<void> }>
> {
  const directory = emptyDirectory()
  const database = databaseKind === 'server' ? await emptyDatabase() : null
  return {
    env: { DATA_DIR: directory, DATABASE_URL: database ? urlOf(database.address) : '' },
    remove: async () => {
      await removeDirectory(directory)
      await database?.drop()
    },
  }
}

/**
 * A PostgreSQL of its own of this run's kind that nobody has prepared for the program, and its superuser: for logins as an
 * administrator makes them.
 */
export async function bareServer(): Promise<
  Readonly<{ superuser: ServerAddress; stop: () => Promise<void> }>
> {
  if (databaseKind === 'server') {
    const { url, stop } = await startDatabaseServer()
    return { superuser: loginsOf(url).superuser, stop }
  }
  const directory = emptyDirectory()
  const own = await joinOwnPostgres(directory, { durable: false })
  const stop = async () => {
    await own.leave()
    await removeDirectory(directory)
  }
  return { superuser: { ...own.address, database: 'postgres' }, stop }
}

async function makeDatabase(like: string) {
  const logins = await joinPostgres()
  const admin = new pg.Client(logins.superuser)
  await admin.connect()
  // Also for an empty one: the roles of the program are made with it, which two at once must not do.
  await ensureTemplate(admin, logins)
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`
  await admin.query(`create database ${name} owner ${logins.migrator.user} ${like}`)
  const drop = async () => {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
    await logins.leave()
  }
  return { name, logins, drop }
}

async function ensureTemplate(admin: pg.Client, { migrator }: Logins): Promise<void> {
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  try {
    const known = await admin.query('select from pg_database where datname = $1 and datistemplate', [
      TEMPLATE,
    ])
    if (known.rowCount) return
    await admin.query(`drop database if exists ${TEMPLATE}`)
    await admin.query(`create database ${TEMPLATE} owner ${migrator.user}`)
    const pool = openPool({ ...migrator, database: TEMPLATE })
    await migrateToLatest(pool)
    if (databaseKind === 'own') await ensureProgramLogin(pool)
    await pool.end()
    await admin.query(`alter database ${TEMPLATE} is_template true`)
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  }
}

function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config)
  // Dropping the database ends connections that are still being closed.
  pool.on('error', () => {})
  return pool
}
