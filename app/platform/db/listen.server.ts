import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Tx } from './schema.ts'

/** What processes tell each other: `published` when what the public may see has changed. */
export type Channel = 'published'

/** Tells every listening process, this one included, once the transaction is kept. */
export async function announce(tx: Tx, channel: Channel): Promise<void> {
  await sql`select pg_notify(${channel}, '')`.execute(tx)
}

const LONGEST_PAUSE_MS = 30_000

/**
 * Calls `heard` for every announcement, and once after the connection was lost and made again, since announcements may
 * have been missed. Returns the way to stop. Needs a connection of its own: a pooler in transaction mode does not pass
 * announcements on, so give the address of the server itself.
 */
export async function listenTo(
  address: pg.ClientConfig,
  channel: Channel,
  heard: () => void,
): Promise<() => Promise<void>> {
  let stopped = false
  let client = await connect()
  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ ...address, application_name: `prongsai listens to ${channel}` })
    next.on('error', () => {})
    next.on('notification', heard)
    next.once('end', () => void renew(next))
    await next.connect()
    await next.query(`listen ${channel}`)
    return next
  }
  async function renew(ended: pg.Client): Promise<void> {
    // A connection that was never made ends too: whoever tried to make it tries again.
    if (ended !== client) return
    for (let pause = 100; !stopped; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await sleep(pause, undefined, { ref: false })
      try {
        if (stopped) return
        client = await connect()
        heard()
        return
      } catch {
        // The server is not back yet.
      }
    }
  }
  return async () => {
    stopped = true
    await client.end().catch(() => {})
  }
}
