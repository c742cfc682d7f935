import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { databaseRefusal } from '../database-refusal.ts'
import type { Binaries } from './binaries.server.ts'
import { directoryForServer, type OwnPaths } from './own-paths.server.ts'
import { isRunning, isServerOf, processExists, processMark } from './processes.server.ts'
import { giveTo, type RunAs } from './run-as.server.ts'

/** Of the PostgreSQL of the npm packages. */
export const POSTGRES_MAJOR = 17
/** Name of the one database in it that is the program's. */
export const DATABASE = 'prongsai'

/** `durable: false` gives up safety against power cuts: for tests alone. `flags` are more arguments of PostgreSQL. */
export type ServerOptions = Readonly<{ durable?: boolean; flags?: readonly string[] }>
export type ServerSetup = Readonly<{
  paths: OwnPaths
  binaries: Binaries
  runAs: RunAs
  options: ServerOptions
}>

const READY_POLL_MS = 5
// A server that was killed while it had much to write replays it before it is ready.
const LONGEST_START_MS = 300_000
const LONGEST_STOP_MS = 60_000
const LARGEST_LOG_BYTES = 5_000_000

const LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
// initdb runs its parts by /bin/sh; nothing else of this process's environment concerns PostgreSQL.
const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: LOCALE, TZ: 'UTC' }

/** Makes the data directory if there is none. A kill while it is made leaves nothing that is mistaken for one. */
export async function ensureCluster({ paths, binaries, runAs, options }: ServerSetup): Promise<void> {
  if (fs.existsSync(path.join(paths.cluster, 'PG_VERSION'))) {
    refuseNewerMajor(paths)
    return
  }
  fs.rmSync(paths.unfinished, { recursive: true, force: true })
  fs.mkdirSync(paths.unfinished, { mode: 0o700 })
  giveTo(paths.unfinished, runAs)
  const made = await run(
    binaries.program('initdb'),
    [
      ...['-D', directoryForServer(paths.unfinished), '-U', 'postgres', '-E', 'UTF8', `--locale=${LOCALE}`],
      ...['--data-checksums', '--auth-local=trust', '--auth-host=reject'],
      ...(options.durable === false ? ['--no-sync'] : []),
    ],
    { ...runAs, cwd: paths.unfinished },
  )
  if (made.status !== 0) throw databaseRefusal('database.start-failed', paths.cluster, made.output.trim())
  fs.renameSync(paths.unfinished, paths.cluster)
}

function refuseNewerMajor(paths: OwnPaths): void {
  const found = fs.readFileSync(path.join(paths.cluster, 'PG_VERSION'), 'utf8').trim()
  if (Number(found) > POSTGRES_MAJOR) throw databaseRefusal('database.newer-postgres', paths.cluster, found)
}

/** Number of the running server of this directory; null when there is none. */
export function runningServer(paths: OwnPaths): number | null {
  const pid = pidFileOf(paths)?.pid
  return pid && isServerOf(pid, paths.cluster) ? pid : null
}

/**
 * Starts the server and waits until it takes connections. Only for who holds the start lock and has seen that no server
 * of this directory runs.
 */
export async function startServer(setup: ServerSetup): Promise<void> {
  const deadline = Date.now() + LONGEST_START_MS
  for (;;) {
    removeForeignPidFiles(setup.paths)
    const outcome = await tryStart(setup, deadline)
    if (outcome === null) return
    // Workers of a killed server hold its memory until they notice, which takes a moment.
    if (!/shared memory block|lock file ".*" already exists/.test(outcome) || Date.now() > deadline)
      throw databaseRefusal('database.start-failed', setup.paths.cluster, outcome)
    await sleep(200)
  }
}

/** Stops the server, rolling back what is open, and waits until it is gone. False when it does not stop. */
export async function stopServer(paths: OwnPaths): Promise<boolean> {
  const pid = runningServer(paths)
  if (pid === null) return true
  const mark = processMark(pid)
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + LONGEST_STOP_MS
  while (isRunning(mark) && Date.now() < deadline) await sleep(READY_POLL_MS)
  return !isRunning(mark)
}

async function tryStart({ paths, binaries, runAs, options }: ServerSetup, deadline: number) {
  if (sizeOf(paths.log) > LARGEST_LOG_BYTES) fs.renameSync(paths.log, `${paths.log}.old`)
  const log = fs.openSync(paths.log, 'a', 0o600)
  giveTo(paths.log, runAs)
  const logStart = sizeOf(paths.log)
  // Detached: Ctrl-C in a terminal must not stop the database before the program has ended its work.
  const child = spawn(binaries.program('postgres'), argumentsFor(paths, options), {
    ...runAs,
    cwd: paths.cluster,
    env: ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log, log],
  })
  fs.closeSync(log)
  let ended: string | null = null
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', () => {
    ended ??= tailOf(paths.log, logStart)
  })
  child.unref()
  while (ended === null) {
    const file = pidFileOf(paths)
    if (file !== null && file.pid === child.pid && file.status === 'ready') {
      // From here on its end is nobody's news: whoever stops it may take the log away with the directory.
      child.removeAllListeners()
      return null
    }
    if (Date.now() > deadline) return 'PostgreSQL is not ready after five minutes'
    await sleep(READY_POLL_MS)
  }
  return ended as string
}

const argumentsFor = (paths: OwnPaths, options: ServerOptions): string[] => [
  ...['-D', directoryForServer(paths.cluster), '-k', directoryForServer(paths.cluster)],
  ...['-c', 'listen_addresses=', '-c', 'unix_socket_permissions=0700', '-c', 'timezone=UTC'],
  ...['-c', 'cluster_name=prongsai'],
  // Statements and the values in error details are the agency's data: they stay out of the log.
  ...['-c', 'log_min_error_statement=panic', '-c', 'log_error_verbosity=terse'],
  // Nor does it say which tables were much written to: of the sealed ones that would tell when a report came in.
  ...['-c', 'log_autovacuum_min_duration=-1', '-c', 'autovacuum=on'],
  // Half of PostgreSQL's own measure: what a small disk has to spare, and what is read again after a power cut.
  ...['-c', 'max_wal_size=512MB'],
  ...['-c', `fsync=${options.durable === false ? 'off' : 'on'}`],
  ...(options.flags ?? []),
]

/** PostgreSQL itself clears what a dead server left, unless its number now belongs to another process or a zombie. */
function removeForeignPidFiles(paths: OwnPaths): void {
  const file = pidFileOf(paths)
  if (!file || !processExists(file.pid) || isServerOf(file.pid, paths.cluster)) return
  for (const stale of [paths.pidFile, paths.socketFile, `${paths.socketFile}.lock`])
    fs.rmSync(stale, { force: true })
}

function pidFileOf(paths: OwnPaths): { pid: number; status: string } | null {
  try {
    // PostgreSQL's pidfile.h: line 1 is the process, line 8 "starting", "ready" or "stopping".
    const lines = fs.readFileSync(paths.pidFile, 'utf8').split('\n')
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' }
  } catch {
    return null
  }
}

const sizeOf = (file: string): number => (fs.existsSync(file) ? fs.statSync(file).size : 0)

function tailOf(log: string, from: number): string {
  const text = fs.readFileSync(log).subarray(from).toString('utf8')
  return text.split('\n').filter(Boolean).slice(-6).join(' | ') || 'PostgreSQL ended without a word'
}

function run(command: string, args: readonly string[], options: RunAs & { cwd: string }) {
  return new Promise<{ status: number | null; output: string }>((resolve) => {
    const child = spawn(command, args, { ...options, env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-2000)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', (error) => resolve({ status: null, output: error.message }))
    child.once('close', (status) => resolve({ status, output }))
  })
}
