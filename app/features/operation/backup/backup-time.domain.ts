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
 * Whether the backup of the day is still to be made; one that failed is tried again an hour after it began. A time more
 * than an hour ahead was written while the clock was wrong, and keeps nothing from being made.
 */
export function isBackupDue(
  { startedAt, succeededAt }: Last,
  { time, now }: Readonly<{ time: string; now: Date }>,
): boolean {
  const since = lastTimeOfDay(time, now)
  const isFar = (at: Date) => at.getTime() - now.getTime() >= HOUR_MS
  if (succeededAt !== null && succeededAt >= since && !isFar(succeededAt)) return false
  return startedAt === null || startedAt < since || Math.abs(now.getTime() - startedAt.getTime()) >= HOUR_MS
}
