import fs from 'node:fs'
import path from 'node:path'
import { databaseRefusal } from '../database-refusal.ts'

/** How a client reaches the program's own PostgreSQL; `host` is the directory of its socket. */
export type OwnAddress = Readonly<{ host: string; port: number; user: string; database: string }>

/** Where the program's own PostgreSQL lives: everything of it is under `root`, which is DATA_DIR/postgres. */
export type OwnPaths = Readonly<{
  root: string
  /** Data directory of PostgreSQL; its Unix socket is in it too, so that nobody else can reach it. */
  cluster: string
  /** A cluster that is being created; renamed to `cluster` when it is whole. */
  unfinished: string
  pidFile: string
  socketFile: string
  startLock: string
  log: string
}>

export function ownPaths(dataDir: string): OwnPaths {
  return pathsOf(path.join(dataDir, 'postgres'), 'cluster')
}

/** Of the cluster that is to take the place of one of an older PostgreSQL. */
export const upgradePaths = ({ root }: OwnPaths): OwnPaths => pathsOf(root, 'cluster.upgrade')

function pathsOf(root: string, name: string): OwnPaths {
  const cluster = path.join(root, name)
  return {
    root,
    cluster,
    unfinished: `${cluster}.unfinished`,
    pidFile: path.join(cluster, 'postmaster.pid'),
    socketFile: path.join(cluster, '.s.PGSQL.5432'),
    startLock: path.join(root, 'start.lock'),
    log: path.join(root, 'postgres.log'),
  }
}

const WORKING_DIRECTORY = '/proc/self/cwd'

/** Whether PostgreSQL here needs no right to the directories above its data. */
export const isStartedInside = (): boolean => fs.existsSync(WORKING_DIRECTORY)

/**
 * How PostgreSQL is told its data directory. On Linux it starts inside it and calls it by the link to its working
 * directory: that needs no right to any directory above, so a program run by root in /root works, and no path is too
 * long for a socket. Elsewhere the plain path.
 */
export const directoryForServer = (directory: string): string =>
  isStartedInside() ? WORKING_DIRECTORY : directory

// sun_path holds 108 bytes on Linux and 104 on macOS, its closing zero included.
const LONGEST_SOCKET_PATH = 103

/** The directory that a client connects to. `release` closes what was opened for it. */
export function directoryForClient(paths: OwnPaths): { host: string; release: () => void } {
  if (Buffer.byteLength(paths.socketFile) <= LONGEST_SOCKET_PATH)
    return { host: paths.cluster, release: () => {} }
  if (!fs.existsSync('/proc/self/fd')) throw databaseRefusal('database.path-too-long', paths.cluster)
  const descriptor = fs.openSync(paths.cluster, 'r')
  return { host: `/proc/self/fd/${descriptor}`, release: () => fs.closeSync(descriptor) }
}
