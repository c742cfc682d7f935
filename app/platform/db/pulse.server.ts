import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import { isDatabaseAway } from './database-away.ts'
import { openProbe } from './probe-pool.server.ts'

/** Does a piece of work; rejects with NoPulse once the database no longer answers. What it has not kept by then is not kept. */
export type WhileAnswering = <Result>(work: () => Promise<Result>) => Promise<Result>

export type Pulse = Readonly<{ whileAnswering: WhileAnswering; close: () => Promise<void> }>

/** Work that takes no longer is never asked about. */
const PATIENCE_MS = 3_000
const LOOKS_EVERY_MS = 1_000
const LONGEST_ANSWER_MS = 3_500

/** The database answers nobody. `isDatabaseAway` knows it by its code. */
export class NoPulse extends Error {
  readonly code = 'ETIMEDOUT'

  constructor() {
    super('the database does not answer')
  }
}

type Waiting = { readonly since: number; readonly reject: (error: Error) => void; isGivenUp: boolean }
const current = new AsyncLocalStorage<Waiting>()

/**
 * Throws within work that was given up: whoever waited was told that it may not have been kept, and would be surprised by what
 * comes late. A transaction asks before it ends.
 */
export function refuseGivenUp(): void {
  if (current.getStore()?.isGivenUp) throw new NoPulse()
}

/**
 * Feels whether a database that keeps somebody waiting still answers. One that hangs (a paused machine, a network that swallows
 * everything) ends no query, and a query may lawfully take long: only a question on another connection tells the two
 * apart. So it is asked as long as some work takes longer than three seconds, and who waits knows within eight.
 */
export function feelPulse(address: pg.PoolConfig): Pulse {
  const probe = openProbe(address, LONGEST_ANSWER_MS)
  const ask = async () => {
    await probe.query('select 1')
  }
  return {
    whileAnswering: whileAnswers(ask, { patienceMs: PATIENCE_MS, everyMs: LOOKS_EVERY_MS }),
    close: () => probe.end(),
  }
}

/** The same with any question: `ask` rejects as pg does. Milliseconds. */
export function whileAnswers(
  ask: () => Promise<void>,
  { patienceMs, everyMs }: Readonly<{ patienceMs: number; everyMs: number }>,
): WhileAnswering {
  const waiting = new Set<Waiting>()
  let isLooking = false
  const longWaiting = () => [...waiting].filter(({ since }) => performance.now() - since >= patienceMs)
  const lookLater = () => {
    if (isLooking || waiting.size === 0) return
    isLooking = true
    setTimeout(look, everyMs).unref()
  }
  const look = async () => {
    // Who has waited long enough when the answer fails to come is told too, however late they came.
    if (longWaiting().length > 0 && (await isSilent(ask)))
      for (const one of longWaiting()) {
        one.isGivenUp = true
        one.reject(new NoPulse())
      }
    isLooking = false
    lookLater()
  }
  return (work) =>
    new Promise((resolve, reject) => {
      const one: Waiting = { since: performance.now(), reject, isGivenUp: false }
      waiting.add(one)
      lookLater()
      void current
        .run(one, async () => work())
        .then(resolve, reject)
        .finally(() => {
          waiting.delete(one)
          // What it has set going, a job that it woke, goes on by itself from here.
          one.isGivenUp = false
        })
    })
}

/** A refusal is an answer too: that there are too many connections, or that the password is another. */
async function isSilent(ask: () => Promise<void>): Promise<boolean> {
  try {
    await ask()
    return false
  } catch (error) {
    return isDatabaseAway(error) && !(error instanceof Error && 'severity' in error)
  }
}
