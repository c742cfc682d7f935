import type { RoleName } from '../../app/kernel/actor.ts'
import { hangUp } from '../ground/browser.ts'
import { randomOf } from '../ground/random.ts'
import { handOf } from '../people/hand.ts'
import { ACTS, type Act, type Targets } from './acts.ts'

/**
 * A process of its own that does a share of the acts at their rates until it is told to stop (`process.send('stop')` of its
 * parent). Tells its parent every few seconds what was answered since: `Told`.
 */
export type Order = Readonly<{
  port: number
  host: string
  people: Readonly<Partial<Record<RoleName, Readonly<{ cookie: string; personId: string }>>>>
  targets: Targets
  seed: number
  /** Which acts are this process's, by name. */
  acts: readonly string[]
  /** 1: as often as the acts say; 0.5: half as often. */
  rate: number
}>

export type Tally = Readonly<{
  /** Milliseconds of each answer. */
  times: readonly number[]
  /** How often each status came; 0 for no answer. */
  statuses: Readonly<Record<string, number>>
  /** What did not go as it should, a few. */
  odd: readonly string[]
}>
export type Told = Readonly<Record<string, Tally>>

const TELL_MS = 5_000
/** So many of one kind at once: more would only wait. */
const MOST_AT_ONCE = 8

type Counting = { times: number[]; statuses: Record<string, number>; odd: string[] }

/** The beginning of what a page says, for whoever wonders why it says no. */
const wordsOf = (body: string): string =>
  (/<main[^>]*>(.*)<\/main>/s.exec(body)?.[1] ?? body)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)

process.once('message', (order: Order) => {
  const random = randomOf(order.seed)
  let counts = new Map<string, Counting>()
  const countOf = (name: string): Counting => {
    const known = counts.get(name) ?? { times: [], statuses: {}, odd: [] }
    counts.set(name, known)
    return known
  }
  const doIt = async (act: Act) => {
    const network = `203.${random.below(256)}.${random.below(256)}.${random.below(256)}`
    const person = act.role === null ? null : (order.people[act.role] ?? null)
    const who = {
      port: order.port,
      host: order.host,
      cookie: person?.cookie ?? null,
      personId: person?.personId ?? null,
      as: act.role ?? 'visitor',
    }
    const began = performance.now()
    const seen = await act
      .do(handOf(who, network), random, order.targets)
      .then(({ status, body }) => ({ status, odd: status < 400 ? null : wordsOf(body) }))
      .catch((error: Error) => ({ status: 0, odd: error.message }))
    const count = countOf(act.name)
    count.times.push(performance.now() - began)
    count.statuses[seen.status] = (count.statuses[seen.status] ?? 0) + 1
    if (seen.odd !== null && count.odd.length < 3) count.odd.push(seen.odd)
  }
  const timers = ACTS.filter(({ name }) => order.acts.includes(name)).map((act) => {
    let running = 0
    const tick = async () => {
      if (running >= MOST_AT_ONCE) return
      running += 1
      await doIt(act)
      running -= 1
    }
    return setInterval(() => void tick(), 60_000 / (act.perMinute * order.rate))
  })
  const tell = () => {
    process.send?.(Object.fromEntries(counts))
    counts = new Map()
  }
  timers.push(setInterval(tell, TELL_MS))
  process.once('message', () => {
    for (const timer of timers) clearInterval(timer)
    tell()
    hangUp()
    process.disconnect()
  })
})
