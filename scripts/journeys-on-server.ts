import { spawn } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import { migrateToLatest } from '../app/platform/db/migrate.server.ts'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { loginsOf, type ServerAddress, startDatabaseServer } from '../tests/support/database-server.ts'
import { ensurePrograms } from './system-programs.ts'

/**
 * `npm run journeys:server [-- FILES --project=NAME]`: the journeys on a database server, which is started for them and goes
 * with everything in it when they end. Every program of a journey has a database of its own on it. Arguments are those of
 * Playwright; ends as it ends.
 */
ensurePrograms(['browser', 'databaseServer'])

const { DATABASE_URL: _url, DATA_DIR: _directory, ...environment } = process.env
// Whoever ends this ends the journeys, and the server is stopped after them.
let journeys: ReturnType<typeof spawn> | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => journeys?.kill(signal))

const server = await startDatabaseServer()
let status: number | null = null
try {
  await makeRoles(server.url)
  console.log(`The journeys, on a server: PostgreSQL ${server.version}`)
  const playwright = path.join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js')
  journeys = spawn(process.execPath, [playwright, 'test', ...process.argv.slice(2)], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...environment, JOURNEYS_DATABASE_URL: server.url },
  })
  status = await new Promise((resolve) => journeys?.once('exit', resolve))
} finally {
  await server.stop()
}
process.exit(status ?? 3)

/** The roles of the program are of the whole server: two first programs at once must not make them. */
async function makeRoles(url: string): Promise<void> {
  const { superuser, login } = loginsOf(url)
  const database = 'first'
  await withPool(superuser, (pool) => pool.query(`create database ${database} owner ${login.user}`))
  await withPool({ ...login, database }, migrateToLatest)
}

async function withPool(address: ServerAddress, work: (pool: pg.Pool) => Promise<unknown>): Promise<void> {
  const pool = new pg.Pool(address)
  try {
    await work(pool)
  } finally {
    await pool.end()
  }
}
