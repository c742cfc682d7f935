const MINUTE_MS = 60_000
/** Minutes between one attempt and the next: a short fault is met soon, a long one does not burden the server. */
const PAUSES = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60] as const

export const MOST_ATTEMPTS = PAUSES.length + 1

/** When to try again after attempt number `attempt` (from 1) failed at `at`; null when that was the last. */
export function nextAttemptAt(attempt: number, at: Date): Date | null {
  const pause = PAUSES[attempt - 1]
  return pause === undefined ? null : new Date(at.getTime() + pause * MINUTE_MS)
}
