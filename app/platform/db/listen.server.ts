import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Tx } from './schema.ts'

/** What processes tell each other: `published` when what the public may see has changed, `mail` when mail is to be sent. */
export type Channel = 'published' | 'mail'

/** Tells every listening process, this one included, once the transaction is kept. */
export async function announce(tx: Tx, channel: Channel): Promise<void> {
  await sql`select pg_notify(${channel}, '')`.execute(tx)
}

const LONGEST_PAUSE_MS = 30_000
const LONGEST_ANSWER_MS = 5_000
const LONGEST_FAREWELL_MS = 1_000
const LONGEST_TRIAL_MS = 2_000

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
  let renewing: Promise<void> = Promise.resolve()
  const pause = new AbortController()
  const connect = async (): Promise<pg.Client> => {
    const next = new pg.Client({
      ...address,
      connectionTimeoutMillis: LONGEST_ANSWER_MS,
      query_timeout: LONGEST_ANSWER_MS,
      application_name: `prongsai listens to ${channel}`,
    })
    next.on('error', () => {})
    next.on('notification', heard)
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
    } catch (error) {
      // Connected but not listening: nobody would ever end it.
      await end(next)
      throw error
    }
    next.once('end', () => {
      if (!stopped) renewing = renew()
    })
    return next
  }
  const renew = async (): Promise<void> => {
    for (let wait = 100; !stopped; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      await sleep(wait, undefined, { ref: false, signal: pause.signal }).catch(() => {})
      if (stopped) return
      try {
        client = await connect()
      } catch {
        // The server is not back yet.
        continue
      }
      if (!stopped) heard()
      return
    }
  }
  let client = await connect()
  return async () => {
    stopped = true
    pause.abort()
    // A connection that is just being made is ended too, once it is there.
    await renewing
    await end(client)
  }
}

/**
 * Whether what is announced by way of `pool` arrives at `address`: a pooler in transaction mode takes both and loses it
 * without a word. A database that is away meanwhile proves nothing, and counts as if it did.
 */
export async function hearsAnnouncements(address: pg.ClientConfig, pool: pg.Pool): Promise<boolean> {
  const channel = `trial_${randomBytes(8).toString('hex')}`
  const limits = { connectionTimeoutMillis: LONGEST_ANSWER_MS, query_timeout: LONGEST_ANSWER_MS }
  const listener = new pg.Client({ ...address, ...limits, application_name: 'prongsai listens to itself' })
  listener.on('error', () => {})
  try {
    await listener.connect()
    const timer = new AbortController()
    const heard = new Promise<boolean>((resolve) => listener.on('notification', () => resolve(true)))
    await listener.query(`listen ${channel}`)
    await pool.query('select pg_notify($1, $2)', [channel, ''])
    const tooLong = sleep(LONGEST_TRIAL_MS, false, { ref: false, signal: timer.signal }).catch(() => false)
    return await Promise.race([heard, tooLong]).finally(() => timer.abort())
  } catch {
    return true
  } finally {
    await end(listener)
  }
}

/** A server that hangs does not answer a farewell. */
async function end(client: pg.Client): Promise<void> {
  await Promise.race([client.end().catch(() => {}), sleep(LONGEST_FAREWELL_MS, undefined, { ref: false })])
}
