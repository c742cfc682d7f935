import { lstatSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { ownPaths } from '../../app/platform/db/embedded/own-paths.server.ts'
import { stopServer } from '../../app/platform/db/embedded/postmaster.server.ts'
import { isRunning, processMark } from '../../app/platform/db/embedded/processes.server.ts'

const PREFIX = 'prongsai-drill-'
const OWNER = 'drill.owner'
/** Nobody takes so long between making a place and saying whose it is. */
const LONGEST_BEGINNING_MS = 3_600_000

/**
 * A directory for one drill. What a drill of this user that was killed left behind, plain as it is, goes first, with its
 * database.
 */
export async function makeDrillPlace(): Promise<
  Readonly<{ directory: string; remove: () => Promise<void> }>
> {
  for (const name of readdirSync(os.tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const left = path.join(os.tmpdir(), name)
    // One that cannot be removed keeps nobody from practising.
    if (isAbandoned(left)) await removePlace(left).catch(() => {})
  }
  const directory = await mkdtemp(path.join(os.tmpdir(), PREFIX))
  // Nobody ever reads it empty: an owner who is not named is not at work.
  const draft = path.join(directory, `${OWNER}.draft`)
  writeFileSync(draft, processMark(process.pid))
  renameSync(draft, path.join(directory, OWNER))
  return { directory, remove: () => removePlace(directory) }
}

/** Anybody may lay something under such a name into a folder for all: only what is this user's own is looked into. */
function isAbandoned(directory: string): boolean {
  try {
    const found = lstatSync(directory)
    if (!found.isDirectory() || found.uid !== process.getuid?.()) return false
    const owner = ownerOf(directory)
    return owner === null ? Date.now() - found.mtimeMs > LONGEST_BEGINNING_MS : !isRunning(owner)
  } catch {
    // It has gone meanwhile.
    return false
  }
}

function ownerOf(directory: string): string | null {
  try {
    return readFileSync(path.join(directory, OWNER), 'utf8')
  } catch {
    return null
  }
}

async function removePlace(directory: string): Promise<void> {
  await stopServer(ownPaths(directory)).catch(() => false)
  await rm(directory, { recursive: true, force: true, maxRetries: 5 })
}
