import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { databaseRefusal } from '../database-refusal.ts'
import { transfer } from '../transfer/transfer.server.ts'
import { findOlderBinaries } from './older-binaries.server.ts'
import { directoryForClient, type OwnPaths, upgradePaths } from './own-paths.server.ts'
import {
  DATABASE,
  ensureCluster,
  POSTGRES_MAJOR,
  type ServerSetup,
  startServer,
  stopServer,
} from './postmaster.server.ts'

/** Nobody who looks for the server finds those of an upgrade, which listen elsewhere. */
const PORT = 5433

/** Stands in a new cluster from when it holds everything until it has taken the place of the old one. */
const WHOLE = 'prongsai-upgraded'

/** Whether the data there are of an older PostgreSQL, or an upgrade was killed as it let the two change places. */
export function needsUpgrade(paths: OwnPaths): boolean {
  const found = majorOf(paths)
  return found === null ? fs.existsSync(markerOf(paths)) : found < POSTGRES_MAJOR
}

const markerOf = (paths: OwnPaths): string => path.join(upgradePaths(paths).cluster, WHOLE)

/**
 * Carries the data of an older major version of PostgreSQL into a new cluster beside it, compares, and lets them change
 * places; the old one is kept under another name. Killed at any point it begins again from the old one, which is never
 * written to, or finishes. For who holds the start lock and
 * has seen that it is needed. Throws DatabaseRefusal.
 */
export async function upgradeCluster(setup: ServerSetup, log: (message: string) => void): Promise<void> {
  const { paths, runAs } = setup
  const beside = upgradePaths(paths)
  const found = majorOf(paths)
  if (found === null) {
    takePlace(paths, beside)
    return
  }
  const binaries = findOlderBinaries(found, paths, runAs)
  if (binaries === null) throw databaseRefusal('database.older-postgres', paths.cluster, String(found))
  const older = { ...setup, binaries, options: { ...setup.options, flags: [] } }
  await clear(paths, beside)
  log(`the data are of PostgreSQL ${found}: they are being carried to ${POSTGRES_MAJOR}`)
  const tables = await carryWhole(older, { ...setup, paths: beside }).catch(async (error) => {
    await clear(paths, beside)
    throw error
  })
  // From here on nothing is taken away any more: what fails now is finished the next time.
  fs.writeFileSync(markerOf(paths), '', { flush: true })
  const kept = `${paths.cluster}.${found}-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
  fs.renameSync(paths.cluster, kept)
  takePlace(paths, beside)
  log(
    `${tables} tables were carried and compared; the old ones are kept in ${kept} until somebody removes it`,
  )
}

async function carryWhole(older: ServerSetup, newer: ServerSetup): Promise<number> {
  await ensureCluster(newer)
  return carry(older, newer)
}

/** Stops what an upgrade that was killed left running, and removes what it made. */
async function clear(paths: OwnPaths, beside: OwnPaths): Promise<void> {
  for (const some of [paths, beside]) {
    if (!(await stopServer(some)))
      throw databaseRefusal('database.start-failed', some.cluster, 'an old server does not stop')
    for (const left of socketsOf(some)) fs.rmSync(left, { force: true })
  }
  fs.rmSync(beside.cluster, { recursive: true, force: true })
}

/** Gives how many tables there were. */
async function carry(older: ServerSetup, newer: ServerSetup): Promise<number> {
  const elsewhere = (setup: ServerSetup): ServerSetup => ({
    ...setup,
    options: { ...setup.options, flags: [...(setup.options.flags ?? []), '-p', String(PORT)] },
  })
  await startServer(elsewhere(older))
  await startServer(elsewhere(newer))
  const from = directoryForClient(older.paths)
  const to = directoryForClient(newer.paths)
  try {
    const address = { port: PORT, user: 'postgres', database: DATABASE }
    if (!(await isUsed({ ...address, host: from.host }))) return 0
    await makeDatabase({ ...address, host: to.host })
    const { sums } = await transfer({ ...address, host: from.host }, { ...address, host: to.host })
    return sums.size
  } finally {
    from.release()
    to.release()
    for (const { paths } of [older, newer]) await stopServer(paths)
  }
}

/** One in which a program was never started has no tables. */
const isUsed = (address: pg.ClientConfig): Promise<boolean> =>
  asking({ ...address, database: 'postgres' }, async (client) => {
    const known = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (known.rowCount === 0) return false
    const there = `select to_regclass('public.schema_migration') is not null as there`
    return asking(address, async (inside) => (await inside.query(there)).rows[0]?.there === true)
  })

const makeDatabase = (address: pg.ClientConfig): Promise<unknown> =>
  asking({ ...address, database: 'postgres' }, (client) => client.query(`create database ${DATABASE}`))

async function asking<T>(address: pg.ClientConfig, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(address)
  client.on('error', () => {})
  await client.connect()
  return ask(client).finally(() => client.end())
}

function takePlace(paths: OwnPaths, beside: OwnPaths): void {
  fs.renameSync(beside.cluster, paths.cluster)
  fs.rmSync(path.join(paths.cluster, WHOLE), { force: true })
  const directory = fs.openSync(paths.root, 'r')
  fs.fsyncSync(directory)
  fs.closeSync(directory)
}

const socketsOf = ({ cluster }: OwnPaths): readonly string[] =>
  ['', '.lock'].map((end) => path.join(cluster, `.s.PGSQL.${PORT}${end}`))

/** Major version of the data there; null when there are none. */
function majorOf({ cluster }: OwnPaths): number | null {
  const file = path.join(cluster, 'PG_VERSION')
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').trim()) : null
}
