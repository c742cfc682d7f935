import pg from 'pg'
import { inject } from 'vitest'
import { type Db, getTypeParser, kyselyOn } from '../../app/platform/db/database.server.ts'
import { joinOwnPostgres } from '../../app/platform/db/embedded/own-postgres.server.ts'
import { migrateToLatest } from '../../app/platform/db/migrate.server.ts'

export type TestDatabase = Readonly<{
  db: Db
  pool: pg.Pool
  address: pg.PoolConfig
  drop: () => Promise<void>
}>

const TEMPLATE = 'migrated'
const TEMPLATE_LOCK = 7_342_003

// Nothing of a test run has to survive a power cut.
const QUICK = ['full_page_writes=off', 'synchronous_commit=off', 'autovacuum=off', 'max_connections=200']

/** A database of its own for one test file, with all migrations applied. Call `drop` in afterAll. */
export async function freshDatabase(): Promise<TestDatabase> {
  const own = await joinOwnPostgres(inject('databaseDirectory'), {
    durable: false,
    flags: QUICK.flatMap((flag) => ['-c', flag]),
  })
  const admin = new pg.Client({ ...own.address, database: 'postgres' })
  await admin.connect()
  await ensureTemplate(admin, own.address)
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`
  await admin.query(`create database ${name} template ${TEMPLATE} strategy file_copy`)
  const address = { ...own.address, database: name }
  const pool = new pg.Pool({ ...address, max: 5, types: { getTypeParser } })
  // Dropping the database ends connections that are still being closed.
  pool.on('error', () => {})
  const drop = async () => {
    await pool.end()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
    await own.leave()
  }
  return { db: kyselyOn(pool), pool, address, drop }
}

async function ensureTemplate(admin: pg.Client, address: pg.PoolConfig): Promise<void> {
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  try {
    const known = await admin.query('select from pg_database where datname = $1 and datistemplate', [
      TEMPLATE,
    ])
    if (known.rowCount) return
    await admin.query(`drop database if exists ${TEMPLATE}`)
    await admin.query(`create database ${TEMPLATE}`)
    const pool = new pg.Pool({ ...address, database: TEMPLATE })
    await migrateToLatest(pool)
    await pool.end()
    await admin.query(`alter database ${TEMPLATE} is_template true`)
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  }
}
