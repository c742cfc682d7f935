import { Agent } from 'node:http'
import { type Answer, type Asking, ask, NoAnswer } from '../../tests/support/asking.ts'

const LONGEST_MS = 30_000
const kept = new Agent({ keepAlive: true, maxSockets: 64 })

/** Asks as a browser that keeps its connections. Rejects when nothing comes, or not all of it. */
export function askAsBrowser(asking: Omit<Asking, 'longestMs' | 'agent'>): Promise<Answer> {
  const patient = { ...asking, longestMs: LONGEST_MS }
  return ask({ ...patient, agent: kept }).catch((error: unknown) => {
    if (error instanceof NoAnswer && error.wasClosed) return ask({ ...patient, agent: false })
    throw error
  })
}

/** Leaves no connection open behind. */
export const hangUp = (): void => kept.destroy()
