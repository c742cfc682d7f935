import { setTimeout as sleep } from 'node:timers/promises'

/** Lets one request a second go to a host; who comes in between waits in line. Resolves when it is one's turn. */
export type Pacing = (host: string) => Promise<void>

/** `everyMs` between two requests to a host. */
export function createPacing(everyMs: number): Pacing {
  const next = new Map<string, number>()
  return async (host) => {
    const now = Date.now()
    const turn = Math.max(now, next.get(host) ?? 0)
    next.set(host, turn + everyMs)
    // Hosts of long ago need no line.
    if (next.size > 1000) for (const [known, at] of next) if (at < now) next.delete(known)
    if (turn > now) await sleep(turn - now)
  }
}
