import type { JobRun } from '../jobs/job-run.repo.server.ts'

const DAY_MS = 86_400_000
/** Sweeps come every day: a database that knows of none for so long is an older one, or was away. */
const LONGEST_GAP_MS = 2 * DAY_MS
const HOLD_MS = 7 * DAY_MS

/**
 * Until when nothing may be removed from the store of files; null where it may. A database that was put back to an older day
 * does not name files that are newer: it is known by its last sweep, which stands in it and has gone back with it. So a sweep
 * after a gap, after a clock that jumped, or with none before it begins seven days in which nothing goes, and tells the next.
 */
export function heldUntil(last: Pick<JobRun, 'succeededAt' | 'detail'> | undefined, now: Date): Date | null {
  const gap = now.getTime() - (last?.succeededAt?.getTime() ?? 0)
  if (Math.abs(gap) > LONGEST_GAP_MS) return new Date(now.getTime() + HOLD_MS)
  const told = Date.parse(String(last?.detail.heldUntil ?? ''))
  return told > now.getTime() ? new Date(Math.min(told, now.getTime() + HOLD_MS)) : null
}
