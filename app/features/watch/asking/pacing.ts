import { setTimeout as sleep } from 'node:timers/promises'

/** Lets one request a second go to a host; who comes in between waits in line. Resolves when it is one's turn. */
export type Pacing = (host: string) => Promise<void>

/** Milliseconds since any moment, which never go back; and a wait of so many of them. */
export type PacingClock = Readonly<{ now: () => number; wait: (ms: number) => Promise<unknown> }>

/** That of the machine. The time of day is none: set back by an hour, it would let everybody wait for an hour. */
const MACHINE: PacingClock = { now: () => performance.now(), wait: (ms) => sleep(ms) }

type PacingOptions = Readonly<{
  /** Between two requests to a host. */
  everyMs?: number
  clock?: PacingClock
}>

export function createPacing({ everyMs = 1_000, clock = MACHINE }: PacingOptions = {}): Pacing {
  const next = new Map<string, number>()
  return async (host) => {
    const now = clock.now()
    const turn = Math.max(now, next.get(host) ?? 0)
    next.set(host, turn + everyMs)
    // Hosts of long ago need no line.
    if (next.size > 1000) for (const [known, at] of next) if (at < now) next.delete(known)
    if (turn > now) await clock.wait(turn - now)
  }
}
