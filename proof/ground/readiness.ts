import { setTimeout as sleep } from 'node:timers/promises'
import type { Site } from './site.ts'

/** What `/readyz` says: 0 where nobody answers. */
async function readinessOf(site: Site): Promise<number> {
  const answer = await site.ask({ address: '/readyz' })
  return typeof answer === 'string' ? 0 : answer.status
}

/** Milliseconds until `/readyz` says so; null where it did not in that time. */
export async function until(
  site: Site,
  status: number,
  longestMs = 60_000,
  everyMs = 50,
): Promise<number | null> {
  const began = performance.now()
  while (performance.now() - began < longestMs) {
    if ((await readinessOf(site)) === status) return performance.now() - began
    await sleep(everyMs)
  }
  return null
}
