import type { IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay, thaiTime } from '../../../kernel/thai-day.ts'

/** A round over all addresses of an agency, by its day and hour in Thailand. */
export type Round = Readonly<{ day: IsoDay; hour: number }>

const NIGHT = 2
const MORNING = 6
const MISSED_MS = 26 * 3_600_000

type Asked = Readonly<{ now: Date; lastAt: Date | null; isScoring: boolean }>

/**
 * The round that is to be made now, if any: at night, once; while assessors look, every hour; and by day where a night was
 * missed because the program did not run. Whether somebody made it already is asked of the database.
 */
export function roundDue({ now, lastAt, isScoring }: Asked): Round | null {
  const day = thaiDay(now)
  const hour = Number(thaiTime(now).slice(0, 2))
  if (isScoring) return { day, hour }
  if (hour >= NIGHT && hour < MORNING) return { day, hour: NIGHT }
  const isMissed = lastAt !== null && now.getTime() - lastAt.getTime() > MISSED_MS
  return isMissed && hour >= MORNING ? { day, hour: NIGHT } : null
}
