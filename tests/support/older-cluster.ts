import { chmodSync, readdirSync } from 'node:fs'
import { findOlderBinaries } from '../../app/platform/db/embedded/older-binaries.server.ts'
import { ownPaths } from '../../app/platform/db/embedded/own-paths.server.ts'
import { ensureCluster, startServer } from '../../app/platform/db/embedded/postmaster.server.ts'
import { prepareRunAs } from '../../app/platform/db/embedded/run-as.server.ts'

/** The PostgreSQL of the system, which is older than the program's. */
export const OLDER_MAJOR = Number(
  readdirSync('/usr/lib/postgresql')
    .map(Number)
    .filter((major) => major < 17)
    .sort((one, other) => other - one)[0],
)

/**
 * Makes the own PostgreSQL of a directory as a program of an earlier year did, with that PostgreSQL, and starts it: the next
 * process that opens the directory finds it running.
 */
export async function startOlderCluster(dataDir: string): Promise<void> {
  // Before 16, PostgreSQL at its start leaves the directory it is in and comes back by its path: who runs it must reach it.
  chmodSync(dataDir, 0o711)
  const paths = ownPaths(dataDir)
  const runAs = prepareRunAs(paths)
  const binaries = findOlderBinaries(OLDER_MAJOR, paths, runAs)
  if (binaries === null)
    throw new Error(`PostgreSQL ${OLDER_MAJOR} was not found: apt-get install postgresql`)
  const setup = { paths, binaries, runAs, options: { durable: false } }
  await ensureCluster(setup)
  await startServer(setup)
}
