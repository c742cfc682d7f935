import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { databaseRefusal } from '../database-refusal.ts'
import { findBinaries } from './binaries.server.ts'
import { directoryForClient, type OwnAddress, type OwnPaths, ownPaths } from './own-paths.server.ts'
import {
  DATABASE,
  ensureCluster,
  runningServer,
  type ServerOptions,
  startServer,
} from './postmaster.server.ts'
import { prepareRunAs } from './run-as.server.ts'
import { withStartLock } from './start-lock.server.ts'
import { LEASE_KEY, stopIfUnused } from './stop-if-unused.server.ts'
import { needsUpgrade, upgradeCluster } from './upgrade-cluster.server.ts'

/** A share in the program's own PostgreSQL, held until `leave`. */
export type OwnPostgres = Readonly<{
  address: OwnAddress
  /** Whether this process started the server, or found it running. */
  started: boolean
  /** Gives the share back; the last process that does stops the server. */
  leave: () => Promise<void>
}>

export type JoinOptions = ServerOptions & Readonly<{ log?: (message: string) => void }>

const LONGEST_JOIN_MS = 300_000
const LONGEST_PAUSE_MS = 30_000
const ADOPTION_POLL_MS = 20

/**
 * Joins the PostgreSQL of a data directory: finds it running, or starts it, or makes it first. Any number of processes
 * may join. Each holds a connection with a shared lock, the lease: the server sees who still uses it even when a process
 * was killed. A server that breaks down is started again by whoever notices. Throws DatabaseRefusal.
 */
export async function joinOwnPostgres(dataDir: string, options: JoinOptions = {}): Promise<OwnPostgres> {
  const paths = ownPaths(realDirectory(dataDir))
  const share = await ensureRunning(paths, options)
  const keeper = keepLease(paths, options, share.lease)
  let left: Promise<void> | null = null
  const leave = () => {
    left ??= (async () => {
      await keeper.giveBack()
      share.release()
      await stopIfUnused(paths)
    })()
    return left
  }
  return { address: { ...share.address, database: DATABASE }, started: share.started, leave }
}

function realDirectory(dataDir: string): string {
  try {
    fs.mkdirSync(dataDir, { recursive: true })
    return fs.realpathSync(dataDir)
  } catch {
    throw databaseRefusal('database.unreachable-directory', dataDir)
  }
}

type Share = Readonly<{
  lease: pg.Client
  address: Omit<OwnAddress, 'database'>
  started: boolean
  release: () => void
}>

/** A running server and a lease on it. Under the start lock, so that nobody stops it in between. */
async function ensureRunning(paths: OwnPaths, options: JoinOptions): Promise<Share> {
  const runAs = prepareRunAs(paths)
  return withStartLock(paths.startLock, async () => {
    const deadline = Date.now() + LONGEST_JOIN_MS
    let started = false
    for (;;) {
      const found = await takeLease(paths)
      if (!(found instanceof Error)) return { ...found, started }
      if (Date.now() > deadline) throw databaseRefusal('database.start-failed', paths.cluster, found.message)
      if (needsUpgrade(paths)) {
        const setup = { paths, runAs, options, binaries: findBinaries(paths, runAs) }
        await upgradeCluster(setup, options.log ?? (() => {}))
      }
      // A server that was left while it started, or that is stopping: wait for what it becomes.
      if (runningServer(paths) !== null) {
        await sleep(ADOPTION_POLL_MS)
        continue
      }
      const setup = { paths, runAs, options, binaries: findBinaries(paths, runAs) }
      await ensureCluster(setup)
      await startServer(setup)
      started = true
    }
  })
}

/** The error when no server lets this process in. */
async function takeLease(paths: OwnPaths): Promise<Omit<Share, 'started'> | Error> {
  if (!fs.existsSync(paths.socketFile)) return new Error('no server')
  const { host, release } = directoryForClient(paths)
  const address = { host, port: 5432, user: 'postgres' }
  const lease = new pg.Client({ ...address, database: 'postgres', application_name: 'prongsai lease' })
  // Without a listener a server that breaks down would end this process.
  lease.on('error', () => {})
  try {
    await lease.connect()
    await lease.query('select pg_advisory_lock_shared($1)', [LEASE_KEY])
    const known = await lease.query('select from pg_database where datname = $1', [DATABASE])
    if (known.rowCount === 0) await lease.query(`create database ${DATABASE}`)
    // The lease alone must not keep a command from ending.
    referable(lease).unref()
    return { lease, address, release }
  } catch (error) {
    await lease.end().catch(() => {})
    release()
    return error as Error
  }
}

// The published types of pg lack both.
const referable = (client: pg.Client) => client as pg.Client & { ref(): void; unref(): void }

/** Keeps a lease for as long as the share lasts: takes a new one, and starts the server again, when it breaks. */
function keepLease(paths: OwnPaths, options: JoinOptions, first: pg.Client) {
  let current = first
  let ending = false
  let renewing: Promise<void> = Promise.resolve()
  const pause = new AbortController()
  const watch = (lease: pg.Client) => {
    current = lease
    lease.once('end', () => {
      if (!ending) renewing = renew()
    })
  }
  const renew = async () => {
    options.log?.('the connection to the own PostgreSQL was lost: joining again')
    let isTold = false
    for (let wait = 100; !ending; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        const share = await ensureRunning(paths, options)
        share.release()
        watch(share.lease)
        options.log?.('the own PostgreSQL is there again')
        return
      } catch (error) {
        // Once: it may take hours until there is room on a full disk.
        if (!isTold)
          options.log?.(
            `the own PostgreSQL does not start: ${error instanceof Error ? error.message : error}`,
          )
        isTold = true
        await sleep(wait, undefined, { ref: false, signal: pause.signal }).catch(() => {})
      }
    }
  }
  watch(first)
  return {
    giveBack: async () => {
      ending = true
      pause.abort()
      // A server that is just being started again would be left running by who does not wait for it.
      await renewing
      referable(current).ref()
      await current.end().catch(() => {})
    },
  }
}
