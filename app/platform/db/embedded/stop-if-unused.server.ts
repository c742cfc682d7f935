import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { directoryForClient, type OwnPaths } from './own-paths.server.ts'
import { runningServer, stopServer } from './postmaster.server.ts'
import { withStartLock } from './start-lock.server.ts'

/** Number of the advisory lock that every process using the own PostgreSQL holds, shared, in database `postgres`. */
export const LEASE_KEY = 7_342_001

/**
 * Stops the own PostgreSQL unless another process uses it. `patienceMs` is how long a lease that is just being given back
 * is waited for.
 */
export function stopIfUnused(paths: OwnPaths, patienceMs = 0): Promise<void> {
  if (!fs.existsSync(paths.root)) return Promise.resolve()
  return withStartLock(paths.startLock, async () => {
    const deadline = Date.now() + patienceMs
    while (runningServer(paths) !== null) {
      if (!(await isUsed(paths))) {
        await stopServer(paths)
        return
      }
      if (Date.now() >= deadline) return
      await sleep(50)
    }
  })
}

async function isUsed(paths: OwnPaths): Promise<boolean> {
  const { host, release } = directoryForClient(paths)
  const client = new pg.Client({ host, port: 5432, user: 'postgres', database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    const answer = await client.query('select pg_try_advisory_lock($1) as alone', [LEASE_KEY])
    return answer.rows[0]?.alone !== true
  } catch {
    // It does not answer, so it is not known to be unused: it is left as it is.
    return true
  } finally {
    await client.end().catch(() => {})
    release()
  }
}
