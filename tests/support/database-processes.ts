import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { ownPaths } from '../../app/platform/db/embedded/own-paths.server.ts'
import { runningServer, stopServer } from '../../app/platform/db/embedded/postmaster.server.ts'

const PROGRAM = path.join(import.meta.dirname, 'database-program.ts')

type Answer = Readonly<{ openedMs?: number; closed?: true; refused?: string; rows?: unknown }>
export type DatabaseProcess = Readonly<{
  opened: Answer
  ask: (command: string) => Promise<Answer>
  /** Sends a line without waiting for an answer. */
  tell: (command: string) => void
  kill: (signal: NodeJS.Signals) => void
  /** Exit status, or the signal that ended it. */
  ended: Promise<number | string | null>
}>

const children: ChildProcess[] = []
const directories: string[] = []

/** An empty directory that is removed by `cleanUp`. */
export function emptyDirectory(): string {
  const memory = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir()
  const directory = mkdtempSync(path.join(memory, 'prongsai-own-'))
  directories.push(directory)
  return directory
}

/** Starts a process on that directory and waits until it has opened the database, or was refused. */
export async function openInProcess(dataDir: string): Promise<DatabaseProcess> {
  const child = spawn(process.execPath, [PROGRAM, dataDir], { stdio: ['pipe', 'pipe', 'ignore'] })
  children.push(child)
  const ended = new Promise<number | string | null>((resolve) => {
    child.once('exit', (status, signal) => resolve(status ?? signal))
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async (): Promise<Answer> => {
    const line = await lines.next()
    if (line.done) throw new Error(`the process ended: ${await ended}`)
    return JSON.parse(line.value)
  }
  const tell = (command: string) => void child.stdin.write(`${command}\n`)
  const opened = await answer()
  return {
    opened,
    tell,
    ask: (command) => {
      tell(command)
      return answer()
    },
    kill: (signal) => void child.kill(signal),
    ended,
  }
}

/** Process number of the server of that directory; null when none runs. */
export const serverOf = (dataDir: string): number | null => runningServer(ownPaths(dataDir))

/** Waits until no server runs there. */
export async function serverGone(dataDir: string): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    if (serverOf(dataDir) === null) return true
    await sleep(50)
  }
  return false
}

/** Ends every process that a test started; servers and directories stay. */
export function killProcesses(): void {
  for (const child of children.splice(0)) child.kill('SIGKILL')
}

/** Ends every process and server that a test left, and removes their directories. */
export async function cleanUp(): Promise<void> {
  killProcesses()
  for (const directory of directories.splice(0)) await removeDirectory(directory)
}

/** Removes a directory, and ends the server in it first. */
export async function removeDirectory(directory: string): Promise<void> {
  if (existsSync(directory)) await stopServer(ownPaths(directory))
  rmSync(directory, { recursive: true, force: true })
}
