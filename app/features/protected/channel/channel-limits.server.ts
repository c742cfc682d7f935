import { createHmac, randomBytes } from 'node:crypto'

/** So many points within so many minutes pass at once; then each waits longer; above `most` a polite page answers. */
type Limit = Readonly<{ free: number; most: number; minutes: number }>

const LIMITS = {
  /** Reports and additions; one point each, and one for every 20 MB that come with it. */
  send: { free: 20, most: 100, minutes: 60 },
  /** Codes that opened nothing. */
  code: { free: 10, most: 60, minutes: 15 },
  /** Passphrases of a vault that were wrong. */
  vault: { free: 5, most: 20, minutes: 15 },
} as const satisfies Record<string, Limit>
export type ChannelLimit = keyof typeof LIMITS

const MINUTE_MS = 60_000
const STEP_MS = 500
const LONGEST_DELAY_MS = 8_000
const MOST_KEYS = 50_000

/**
 * `delayMs`: how long this one waits before it is done; `points`: what counts with it. `refused`: in how many minutes it may be
 * tried again.
 */
export type Admission = Readonly<{ delayMs: number; points: number }> | Readonly<{ refused: number }>

/**
 * Counts in memory alone, under a hash whose key is made when the program starts: nobody can tell afterwards who came. It
 * slows before it refuses, and what one network does is not held against another, so no sender closes the channel.
 */
export type ChannelLimits = Readonly<{
  take: (name: ChannelLimit, who: string, points?: number) => Admission
  giveBack: (name: ChannelLimit, who: string, points?: number) => void
}>

export function createChannelLimits(now: () => Date): ChannelLimits {
  const secret = randomBytes(32)
  const counted = new Map<string, { points: number; until: number }>()
  const keyOf = (name: ChannelLimit, who: string) =>
    createHmac('sha256', secret).update(`${name} ${who}`).digest('base64url')
  const sweep = (at: number) => {
    for (const [key, { until }] of counted) if (until <= at || counted.size >= MOST_KEYS) counted.delete(key)
  }
  const timer = setInterval(() => sweep(now().getTime()), MINUTE_MS)
  timer.unref()
  return {
    take: (name, who, points = 1) => {
      const { free, most, minutes } = LIMITS[name]
      const at = now().getTime()
      const key = keyOf(name, who)
      if (counted.size >= MOST_KEYS) sweep(at)
      let entry = counted.get(key)
      if (!entry || entry.until <= at) entry = { points: 0, until: at + minutes * MINUTE_MS }
      if (entry.points >= most) return { refused: Math.max(1, Math.ceil((entry.until - at) / MINUTE_MS)) }
      entry.points += points
      counted.set(key, entry)
      return {
        delayMs: Math.min(LONGEST_DELAY_MS, Math.max(0, entry.points - free) * STEP_MS),
        points: entry.points,
      }
    },
    giveBack: (name, who, points = 1) => {
      const entry = counted.get(keyOf(name, who))
      if (entry) entry.points = Math.max(0, entry.points - points)
    },
  }
}

/** What the public page says of it. */
export const limitOf = (name: ChannelLimit): Limit => LIMITS[name]
