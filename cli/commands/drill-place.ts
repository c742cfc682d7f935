import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { ownPaths } from '../../app/platform/db/embedded/own-paths.server.ts'
import { stopServer } from '../../app/platform/db/embedded/postmaster.server.ts'
import { isRunning, processMark } from '../../app/platform/db/embedded/processes.server.ts'

const PREFIX = 'prongsai-drill-'
const OWNER = 'drill.owner'

/** A directory for one drill. What a drill that was killed left behind, plain as it is, goes first, and its database with it. */
export async function makeDrillPlace(): Promise<
  Readonly<{ directory: string; remove: () => Promise<void> }>
> {
  for (const name of readdirSync(os.tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const left = path.join(os.tmpdir(), name)
    if (isAbandoned(left)) await removePlace(left)
  }
  const directory = await mkdtemp(path.join(os.tmpdir(), PREFIX))
  writeFileSync(path.join(directory, OWNER), processMark(process.pid))
  return { directory, remove: () => removePlace(directory) }
}

function isAbandoned(directory: string): boolean {
  try {
    return !isRunning(readFileSync(path.join(directory, OWNER), 'utf8'))
  } catch {
    // Somebody else's, or one that is just being made.
    return false
  }
}

async function removePlace(directory: string): Promise<void> {
  await stopServer(ownPaths(directory)).catch(() => false)
  await rm(directory, { recursive: true, force: true })
}
