import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { databaseRefusal } from '../database-refusal.ts'
import { isRunning, processMark } from './processes.server.ts'

const PATIENCE_MS = 120_000
const LONGEST_TAKEOVER_MS = 10_000

/**
 * Runs `work` while no other process starts or stops the server of the same directory. The lock is a file that names
 * its owner; the lock of an owner that died is taken over. Who waits for two minutes is refused, with `tooLong` where
 * the lock guards something else.
 */
export async function withStartLock<T>(
  file: string,
  work: () => Promise<T>,
  tooLong = (owner: string): Error => databaseRefusal('database.start-locked', file, owner),
): Promise<T> {
  const mark = processMark(process.pid)
  const deadline = Date.now() + PATIENCE_MS
  while (!take(file, mark)) {
    if (Date.now() > deadline) throw tooLong(ownerOf(file) ?? '?')
    removeIfAbandoned(file)
    await sleep(10 + Math.random() * 20)
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function take(file: string, mark: string): boolean {
  // Written beside and linked, so that nobody ever reads a lock without its owner.
  const own = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  try {
    // On a full disk this makes the file and fails: it goes all the same.
    fs.writeFileSync(own, mark)
    fs.linkSync(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    fs.rmSync(own, { force: true })
  }
}

/** Two processes must not both remove: the second would remove the lock that the first has just taken. */
function removeIfAbandoned(file: string): void {
  const owner = ownerOf(file)
  if (owner === null || isRunning(owner)) return
  const takeover = `${file}.takeover`
  try {
    fs.mkdirSync(takeover)
  } catch {
    removeIfOld(takeover)
    return
  }
  try {
    if (ownerOf(file) === owner) fs.rmSync(file, { force: true })
  } finally {
    fs.rmdirSync(takeover)
  }
}

function removeIfOld(takeover: string): void {
  try {
    if (Date.now() - fs.statSync(takeover).mtimeMs > LONGEST_TAKEOVER_MS) fs.rmdirSync(takeover)
  } catch {
    // Another process was faster.
  }
}

function ownerOf(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
