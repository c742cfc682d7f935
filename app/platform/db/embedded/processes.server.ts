import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/**
 * Names a process so that a later process with the same number is not taken for it: number and, on Linux, the clock
 * tick at which it started.
 */
export const processMark = (pid: number): string => `${pid} ${statOf(pid)?.startedAt ?? '-'}`

/** Whether the process of a mark still runs. A process that ended and was not collected (a zombie) does not. */
export function isRunning(mark: string): boolean {
  const pid = Number(mark.split(' ')[0])
  if (!Number.isInteger(pid) || pid <= 0 || !processExists(pid)) return false
  const stat = statOf(pid)
  if (!stat) return true
  return stat.state !== 'Z' && mark === processMark(pid)
}

/**
 * Whether `pid` is a PostgreSQL server of this data directory: its working directory is the data directory, for its
 * whole life. A number that was given to another process in the meantime is not, nor is a zombie.
 */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!processExists(pid)) return false
  const stat = statOf(pid)
  if (!stat) return commandOf(pid).includes('postgres')
  if (stat.state === 'Z' || stat.command !== 'postgres') return false
  try {
    const there = fs.statSync(`/proc/${pid}/cwd`)
    const here = fs.statSync(cluster)
    return there.dev === here.dev && there.ino === here.ino
  } catch (error) {
    // A container may forbid root to look at another user's process; then its owner must do.
    const code = (error as NodeJS.ErrnoException).code
    return (code === 'EACCES' || code === 'EPERM') && ownerOf(pid) === fs.statSync(cluster).uid
  }
}

/** Whether anything has this number, a zombie included. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function statOf(pid: number): { command: string; state: string; startedAt: string } | null {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    // "pid (command) state ppid …": the command may hold spaces and brackets; starttime is field 22.
    const end = text.lastIndexOf(')')
    const rest = text.slice(end + 2).split(' ')
    return {
      command: text.slice(text.indexOf('(') + 1, end),
      state: rest[0] ?? '',
      startedAt: rest[19] ?? '',
    }
  } catch {
    return null
  }
}

const ownerOf = (pid: number): number => fs.statSync(`/proc/${pid}`).uid

const commandOf = (pid: number): string =>
  spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
