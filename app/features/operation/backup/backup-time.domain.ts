import { isOfWrongClock } from '../../../kernel/clocks.ts'

const THAI_HOURS = 7
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

type Last = Readonly<{ startedAt: Date | null; succeededAt: Date | null }>

/** The last moment up to `now` at which it was that time of day in Thailand, which has one time zone and no summer time. */
export function lastTimeOfDay(time: string, now: Date): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const ofDay = (hour - THAI_HOURS) * HOUR_MS + minute * 60_000
  const days = Math.floor((now.getTime() - ofDay) / DAY_MS)
  return new Date(days * DAY_MS + ofDay)
}

/**
 * Whether the backup of the day is still to be made; one that failed is tried again an hour after it began. A time of
 * a wrong clock keeps nothing from being made.
 */
export function isBackupDue(
  { startedAt, succeededAt }: Last,
  { time, now }: Readonly<{ time: string; now: Date }>,
): boolean {
  const since = lastTimeOfDay(time, now)
  if (succeededAt !== null && succeededAt >= since && !isOfWrongClock(succeededAt, now)) return false
  return startedAt === null || startedAt < since || Math.abs(now.getTime() - startedAt.getTime()) >= HOUR_MS
}
