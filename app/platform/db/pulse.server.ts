import pg from 'pg'

/** Hands a piece of work through; rejects with an error that `isDatabaseAway` knows once the database no longer answers. */
export type WhileAnswering = <Result>(work: Promise<Result>) => Promise<Result>

export type Pulse = Readonly<{ whileAnswering: WhileAnswering; close: () => Promise<void> }>

/** Work that takes no longer is never asked about. */
const PATIENCE_MS = 3_000
const LOOKS_EVERY_MS = 1_000
const LONGEST_ANSWER_MS = 3_500

/**
 * Feels whether a database that keeps somebody waiting still answers. One that hangs (a paused machine, a network that swallows
 * everything) ends no query, and a query may lawfully take long: only a question on another connection tells the two
 * apart. So it is asked as long as some work takes longer than three seconds, and who waits knows within eight.
 */
export function feelPulse(address: pg.PoolConfig): Pulse {
  const pool = new pg.Pool({
    ...address,
    max: 1,
    connectionTimeoutMillis: LONGEST_ANSWER_MS,
    query_timeout: LONGEST_ANSWER_MS,
    allowExitOnIdle: true,
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return {
    whileAnswering: whileAnswers(() => pool.query('select 1'), {
      patienceMs: PATIENCE_MS,
      everyMs: LOOKS_EVERY_MS,
    }),
    close: () => pool.end(),
  }
}

/** The same with any question: `ask` rejects when nobody answers. Milliseconds. */
export function whileAnswers(
  ask: () => Promise<unknown>,
  { patienceMs, everyMs }: Readonly<{ patienceMs: number; everyMs: number }>,
): WhileAnswering {
  const waiting = new Set<Readonly<{ since: number; giveUp: (error: Error) => void }>>()
  let isLooking = false
  const lookLater = () => {
    if (isLooking || waiting.size === 0) return
    isLooking = true
    setTimeout(look, everyMs).unref()
  }
  const look = async () => {
    const long = [...waiting].filter(({ since }) => performance.now() - since >= patienceMs)
    if (long.length > 0)
      await ask().catch((error: Error) => {
        for (const { giveUp } of long) giveUp(error)
      })
    isLooking = false
    lookLater()
  }
  return (work) =>
    new Promise((resolve, reject) => {
      const entry = { since: performance.now(), giveUp: reject }
      waiting.add(entry)
      lookLater()
      void work.then(resolve, reject).finally(() => waiting.delete(entry))
    })
}
