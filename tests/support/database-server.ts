import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { unprivilegedUser } from '../../app/platform/db/embedded/run-as.server.ts'
import { programPath } from '../../scripts/system-programs.ts'

/**
 * The PostgreSQL of the system as a database server for tests: in a temporary directory, as a user without rights, with
 * no network and nothing kept. `url` is of a login as an agency would make it: it may make roles, and is no superuser.
 */
export type DatabaseServer = Readonly<{ url: string; version: string; stop: () => Promise<void> }>

export type ServerAddress = Readonly<{ host: string; port: number; user: string; database: string }>

/** Who is who on it. `aboveWalls` has the rights of the login, and row security does not bind it. */
const LOGIN = 'prongsai_test'
const ABOVE_WALLS = 'prongsai_test_above_walls'
const SUPERUSER = 'postgres'

const SETTINGS = {
  listen_addresses: '',
  // Nothing of a test run has to survive a power cut.
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_connections: '200',
  // As a server in Thailand may have it: the program must not depend on it.
  timezone: 'Asia/Bangkok',
  log_min_messages: 'log',
}
const LONGEST_START_MS = 30_000
const PAUSE_MS = 50
const READY = 'database system is ready to accept connections'
const READY_TO_READ = 'database system is ready to accept read-only connections'

export async function startDatabaseServer(): Promise<DatabaseServer> {
  const place = aPlace()
  const made = spawnSync(
    path.join(path.dirname(programPath('databaseServer')), 'initdb'),
    ['-D', place.cluster, '-U', SUPERUSER, '-E', 'UTF8', '--auth=trust', '--no-sync'],
    { ...place.asUser, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const { address, stop } = await startIn(place)
  return { url: urlOf({ ...address, user: LOGIN }), version: await makeLogins(address), stop }
}

/** A server that replays what that one writes, and may be read; both go on when the other stops. */
export async function startReplica(url: string): Promise<DatabaseServer> {
  const place = aPlace()
  const { host, port, user } = loginsOf(url).superuser
  const copied = spawnSync(
    path.join(path.dirname(realpathSync(programPath('databaseServer'))), 'pg_basebackup'),
    [
      '-D',
      place.cluster,
      '-h',
      host,
      '-p',
      String(port),
      '-U',
      user,
      '-R',
      '-X',
      'stream',
      '-c',
      'fast',
      '-N',
    ],
    { ...place.asUser, encoding: 'utf8' },
  )
  if (copied.status !== 0) throw new Error(`pg_basebackup failed: ${copied.stderr}`)
  const { address, stop } = await startIn(place, READY_TO_READ)
  return { url: urlOf({ ...address, user: LOGIN }), version: '', stop }
}

type Place = Readonly<{ directory: string; cluster: string; asUser: SpawnOptions & { cwd: string } }>

/** A directory of its own, of a user that PostgreSQL agrees to run as. */
function aPlace(): Place {
  const directory = mkdtempSync(
    path.join(existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'prongsai-server-'),
  )
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined
  if (user === null) throw new Error('neither postgres nor nobody exists to run PostgreSQL as')
  if (user) chownSync(directory, user.uid, user.gid)
  const asUser = { ...user, cwd: directory, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } }
  return { directory, cluster: path.join(directory, 'cluster'), asUser }
}

async function startIn({ directory, cluster, asUser }: Place, sign = READY) {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // Into a file: whoever started it may be busy for minutes, and a pipe that nobody reads stops the server.
  const log = path.join(directory, 'log')
  const child = spawn(programPath('databaseServer'), ['-D', cluster, '-k', directory, ...settings], {
    ...asUser,
    stdio: ['ignore', 'ignore', openSync(log, 'w')],
  })
  await ready(child, { log, sign })
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    if (child.exitCode === null && child.kill('SIGINT')) await ended
    rmSync(directory, { recursive: true, force: true })
  }
  return { address: { host: directory, port: 5432, user: SUPERUSER, database: 'postgres' }, stop }
}

async function ready(
  child: ChildProcess,
  { log, sign }: Readonly<{ log: string; sign: string }>,
): Promise<void> {
  for (let tries = 0; tries < LONGEST_START_MS / PAUSE_MS; tries++) {
    const said = readFileSync(log, 'utf8')
    if (said.includes(sign)) return
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`)
    await sleep(PAUSE_MS)
  }
  throw new Error(`PostgreSQL did not start within ${LONGEST_START_MS} ms`)
}

async function makeLogins(superuser: ServerAddress): Promise<string> {
  const client = new pg.Client(superuser)
  await client.connect()
  await client.query(`create role ${LOGIN} login createrole`)
  await client.query(`create role ${ABOVE_WALLS} login bypassrls`)
  await client.query(`grant ${LOGIN} to ${ABOVE_WALLS}`)
  const { rows } = await client.query('show server_version')
  await client.end()
  return rows[0].server_version
}

/** The address of a login as DATABASE_URL takes it. */
export const urlOf = ({ host, port, user, database }: ServerAddress): string =>
  `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`

/** The same server for each of its logins, from the `url` of a server of `startDatabaseServer`. */
export function loginsOf(url: string) {
  const { port, pathname, searchParams } = new URL(url)
  const address = { host: searchParams.get('host') ?? '', port: Number(port), database: pathname.slice(1) }
  return {
    login: { ...address, user: LOGIN },
    aboveWalls: { ...address, user: ABOVE_WALLS },
    superuser: { ...address, user: SUPERUSER },
  }
}
