import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Database } from './database.server.ts'

const CHANNEL = 'prongsai_published'
const RECONNECT_AFTER_MS = 1_000

export type PublicationWatch = Readonly<{ stop: () => Promise<void> }>

/**
 * Calls `onChange` when any process changed what the public may see (a trigger announces it at commit), and after a lost
 * connection, since an announcement may have been missed. Behind a pooler in transaction mode announcements do not
 * arrive; the pages' own lifetime then bounds how long an old one is shown.
 */
export async function watchPublications(database: Database, onChange: () => void): Promise<PublicationWatch> {
  let isStopped = false
  let client: pg.PoolClient | null = null

  async function listen() {
    const connection = await database.pool.connect()
    client = connection
    connection.on('notification', onChange)
    connection.once('error', () => void reconnect(connection))
    connection.once('end', () => void reconnect(connection))
    await connection.query(`listen ${CHANNEL}`)
  }

  async function reconnect(lost: pg.PoolClient) {
    if (isStopped || client !== lost) return
    client = null
    lost.release(true)
    while (!isStopped && client === null) {
      await sleep(RECONNECT_AFTER_MS, undefined, { ref: false })
      await listen().then(onChange, () => {})
    }
  }

  await listen()
  return {
    stop: async () => {
      isStopped = true
      client?.removeAllListeners('notification')
      client?.release(true)
      client = null
    },
  }
}
