import type pg from 'pg'
import type { RateLimiterPostgres } from 'rate-limiter-flexible'
import { sha256Hex } from '../hash/content-hash.ts'

/** So many tries in so many seconds. */
export type Limit = Readonly<{ tries: number; seconds: number }>

export type Limits<Name extends string> = Readonly<{
  /** Counts one try before it is made, so that many at once count too. Zero when it may be made, else seconds to wait. */
  take: (name: Name, key: string) => Promise<number>
  /** Gives one try back: it turned out to be a good one. */
  giveBack: (name: Name, key: string) => Promise<void>
  close: () => void
}>

/** It comes with a driver for every store there is: loaded at the first try. */
const library = () => import('rate-limiter-flexible')

const SWEEP_MS = 300_000

/**
 * Counts tries in the database, so that every process that uses it counts together. Keys are hashed: the table says nothing
 * of anybody. While the database is away an error is thrown: without counting nothing may be tried.
 */
export function createLimits<Name extends string>(
  pool: pg.Pool,
  limits: Readonly<Record<Name, Limit>>,
): Limits<Name> {
  const client = withoutNames(pool)
  const open = async () => {
    const { RateLimiterPostgres } = await library()
    return new Map(
      (Object.entries(limits) as [Name, Limit][]).map(([name, { tries, seconds }]) => [
        name,
        new RateLimiterPostgres({
          storeClient: client,
          storeType: 'client',
          tableName: 'rate_limit',
          tableCreated: true,
          clearExpiredByTimeout: false,
          keyPrefix: name,
          points: tries,
          duration: seconds,
        }),
      ]),
    )
  }
  let opening: ReturnType<typeof open> | undefined
  const limiterOf = async (name: Name) => {
    opening ??= open()
    return (await opening).get(name) as RateLimiterPostgres
  }
  // A row that ran out an hour ago counts no more.
  const sweep = setInterval(() => {
    void pool.query('delete from rate_limit where expire < $1', [Date.now() - 3_600_000]).catch(() => {})
  }, SWEEP_MS)
  sweep.unref()
  return {
    take: async (name, key) => {
      try {
        await (await limiterOf(name)).consume(sha256Hex(key))
        return 0
      } catch (refused) {
        const { RateLimiterRes } = await library()
        if (!(refused instanceof RateLimiterRes)) throw refused
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      }
    },
    giveBack: async (name, key) => {
      await (await limiterOf(name)).reward(sha256Hex(key))
    },
    close: () => clearInterval(sweep),
  }
}

/** Named statements stay with one connection; behind a connection pooler the next one does not know them. */
const withoutNames = (pool: pg.Pool) => ({
  query: ({ text, values }: pg.QueryConfig) => pool.query({ text, ...(values && { values }) }),
})
