import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { type Db, openLogin } from './database.server.ts'
import { withSetupPool } from './prepare-server.server.ts'
import { openProbe } from './probe-pool.server.ts'
import { behindWalls, standsAboveWalls } from './program-login.server.ts'

/** A read replica of the database, for what the public reads. Whatever happens to it, the primary serves instead. */
export type Replica = Readonly<{
  /** Its database while it has replayed enough of what the primary wrote; null otherwise. */
  db: () => Db | null
  /** From now on it is not used before it has replayed everything that the primary has written until now. */
  catchUp: () => void
  /** It answered with an error: it is not used before it was looked at again. */
  distrust: () => void
  close: () => Promise<void>
}>

export type ReplicaParts = Readonly<{
  url: string
  primary: pg.Pool
  /** Most connections. */
  max: number
  log: Readonly<{ info: (facts: object, code: string) => void; warn: (facts: object, code: string) => void }>
  /** It may lag behind what the primary had written this many milliseconds ago. */
  longestLagMs?: number
}>

const LOOKING_EVERY_MS = 1_000
const WAITING_EVERY_MS = 100
const LONGEST_LAG_MS = 5_000
const LONGEST_ANSWER_MS = 2_000

type State = 'ready' | 'away' | 'lagging' | 'unused'
/** Positions in the log of the primary are 64 bits, written as two numbers in hexadecimal. */
type Written = Readonly<{ at: number; position: bigint }>

/**
 * Looks every second whether the replica may be used. How far behind it is is told by positions in the log of the primary,
 * never by a clock of another machine.
 */
export function openReplica({
  url,
  primary,
  max,
  log,
  longestLagMs = LONGEST_LAG_MS,
}: ReplicaParts): Replica {
  let state: State = 'unused'
  let login: ReturnType<typeof openLogin> | null = null
  let written: readonly Written[] = []
  let isCatchingUp = false
  let asked = 0
  const stopping = new AbortController()
  const probe = openProbe({ connectionString: url }, LONGEST_ANSWER_MS)

  const become = (next: State, detail?: string) => {
    if (next === state) return
    if (next === 'ready') log.info({}, 'replica-used')
    else if (state === 'ready' || state === 'unused') log.warn({ reason: next, detail }, 'replica-not-used')
    state = next
  }
  const look = async () => {
    const askedBefore = asked
    const answer = await primary.query('select pg_current_wal_lsn()::text as position').catch(() => null)
    // While the primary is away there is nothing newer than what the replica has.
    if (answer === null) return
    const position = positionOf(answer.rows[0])
    written = [...written, { at: Date.now(), position }].filter(
      (one, place, all) => place === all.length - 1 || one.at >= Date.now() - 4 * longestLagMs,
    )
    const replayed = await replayedBy(probe)
    login ??= await loginTo(url, max)
    if (replayed === null) {
      become('away', 'it is no replica')
      return
    }
    // Asked again meanwhile: what was written before that question does not answer it.
    if (isCatchingUp && asked === askedBefore && replayed >= position) isCatchingUp = false
    const bound = written.findLast(({ at }) => at <= Date.now() - longestLagMs) ?? written[0]
    become(bound === undefined || replayed >= bound.position ? 'ready' : 'lagging')
  }
  const keepLooking = async () => {
    while (!stopping.signal.aborted) {
      await look().catch((error: Error) => become('away', error.message))
      const pause = isCatchingUp ? WAITING_EVERY_MS : LOOKING_EVERY_MS
      await sleep(pause, undefined, { ref: false, signal: stopping.signal }).catch(() => {})
    }
  }
  const looking = keepLooking()
  return {
    db: () => (state === 'ready' && !isCatchingUp ? (login?.db ?? null) : null),
    catchUp: () => {
      asked += 1
      isCatchingUp = true
    },
    distrust: () => become('away', 'it answered with an error'),
    close: async () => {
      stopping.abort()
      await Promise.race([looking, sleep(LONGEST_ANSWER_MS, undefined, { ref: false })])
      await Promise.all([probe.end(), login?.close()])
    },
  }
}

/** How far the replica is; null where it is none, since what it holds then is not what the primary wrote. */
async function replayedBy(probe: pg.Pool): Promise<bigint | null> {
  const { rows } = await probe.query(
    'select pg_is_in_recovery() as "isReplica", pg_last_wal_replay_lsn()::text as position',
  )
  return rows[0]?.isReplica ? positionOf(rows[0]) : null
}

async function loginTo(url: string, max: number): Promise<ReturnType<typeof openLogin>> {
  const isAbove = await withSetupPool({ connectionString: url }, standsAboveWalls)
  return openLogin(isAbove ? behindWalls(url) : url, { max, log: () => {} })
}

function positionOf(row: Readonly<{ position: string | null }> | undefined): bigint {
  const [high = '0', low = '0'] = (row?.position ?? '0/0').split('/')
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
}
