import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { unprivilegedUser } from '../../app/platform/db/embedded/run-as.server.ts'
import { programPath } from '../../scripts/system-programs.ts'

/** The PostgreSQL of the system on a folder, with its own settings: whatever is acknowledged is on the disk. */
export type DebianServer = Readonly<{
  /** Of a login that may make roles and is no superuser, as an agency would make it. */
  url: string
  superuser: Readonly<{ host: string; port: number; user: string; database: string }>
  /** Makes the cluster first where there is none. Resolves when it takes connections. */
  start: () => Promise<void>
  /** Null while it does not run. */
  pid: () => number | null
  stop: (mode: 'fast' | 'immediate') => Promise<void>
  /** Kills it, and waits until none of its processes is left. */
  kill: () => Promise<void>
}>

const LOGIN = 'prongsai'
const SUPERUSER = 'postgres'
const LONGEST_START_MS = 60_000
const PAUSE_MS = 20

export function debianServer(folder: string, env: Readonly<Record<string, string>> = {}): DebianServer {
  const postgres = programPath('databaseServer')
  const cluster = path.join(folder, 'cluster')
  const log = path.join(folder, 'log')
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined
  if (user === null) throw new Error('neither postgres nor nobody exists to run PostgreSQL as')
  const superuser = { host: folder, port: 5432, user: SUPERUSER, database: 'postgres' }
  const asUser = { ...user, cwd: folder, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', ...env } }
  let child: ChildProcess | null = null

  const isThere = () => child !== null && child.exitCode === null && child.signalCode === null
  const start = async () => {
    if (isThere()) return
    const isNew = !existsSync(path.join(cluster, 'PG_VERSION'))
    if (isNew) makeCluster({ folder, cluster, postgres, user, asUser })
    rmSync(log, { force: true })
    const said = openSync(log, 'w')
    child = spawn(postgres, ['-D', cluster, '-k', folder, '-c', 'listen_addresses='], {
      ...asUser,
      stdio: ['ignore', 'ignore', said],
    })
    // Else the disk on which it lies stays in use by this process.
    closeSync(said)
    await taking(child, log)
    if (isNew) await makeLogin(superuser)
  }
  const gone = async (signal: NodeJS.Signals) => {
    if (!child || !isThere()) return
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  return {
    url: `postgres://${LOGIN}@localhost:5432/${LOGIN}?host=${encodeURIComponent(folder)}`,
    superuser,
    start,
    pid: () => (isThere() ? (child?.pid ?? null) : null),
    stop: (mode) => gone(mode === 'fast' ? 'SIGINT' : 'SIGQUIT'),
    kill: () => gone('SIGKILL'),
  }
}

type Making = Readonly<{
  folder: string
  cluster: string
  postgres: string
  user: Readonly<{ uid: number; gid: number }> | undefined
  asUser: object
}>

function makeCluster({ folder, cluster, postgres, user, asUser }: Making): void {
  mkdirSync(folder, { recursive: true })
  if (user) chownSync(folder, user.uid, user.gid)
  const initdb = path.join(path.dirname(postgres), 'initdb')
  const made = spawnSync(
    initdb,
    ['-D', cluster, '-U', SUPERUSER, '-E', 'UTF8', '--auth=trust', '--data-checksums'],
    { ...asUser, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
}

async function taking(child: ChildProcess, log: string): Promise<void> {
  for (let waited = 0; waited < LONGEST_START_MS; waited += PAUSE_MS) {
    const said = existsSync(log) ? readFileSync(log, 'utf8') : ''
    if (said.includes('database system is ready to accept connections')) return
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`)
    await sleep(PAUSE_MS)
  }
  throw new Error(`PostgreSQL did not start within ${LONGEST_START_MS} ms`)
}

async function makeLogin(superuser: DebianServer['superuser']): Promise<void> {
  const client = new pg.Client(superuser)
  await client.connect()
  await client.query(`create role ${LOGIN} login createrole`)
  await client.query(`create database ${LOGIN} owner ${LOGIN}`)
  await client.end()
}
