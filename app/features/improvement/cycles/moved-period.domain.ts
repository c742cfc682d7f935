import { RANGE_WORDS } from '../../../kernel/thai-calendar.th.ts'
import { formatDay, type IsoDay, parseThaiPeriod } from '../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import type { Period } from '../cycle.domain.ts'

/** Two or four digits that stand for a year: not the day before a month. */
const YEAR = new RegExp(`(?<!\\d)(\\d{4}|\\d{2})(?!\\d)(?=\\s*(?:$|[-–—]|${RANGE_WORDS.join('|')}))`, 'gu')

/**
 * The same months some years later: "ม.ค. – มี.ค. 67" becomes "ม.ค. – มี.ค. 68". A period that is written in another way is
 * written as its first and last day.
 */
export function movedPeriod({ written, start, end }: Period, years: number): Period {
  const rewritten = toArabicDigits(written).replace(YEAR, (year) =>
    String(Number(year) + years).padStart(year.length, '0'),
  )
  const moved = { start: movedDay(start, years), end: movedDay(end, years) }
  const read = parseThaiPeriod(rewritten)
  // February may have a day more or less.
  if (read && sameMonth(read.start, moved.start) && sameMonth(read.end, moved.end))
    return { written: rewritten, ...read }
  return { written: `${formatDay(moved.start, 'th')} – ${formatDay(moved.end, 'th')}`, ...moved }
}

const sameMonth = (one: IsoDay, other: IsoDay): boolean => one.slice(0, 7) === other.slice(0, 7)

/** The same day of another year; 28 February for the 29th of a year that has none. */
export function movedDay(day: IsoDay, years: number): IsoDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const moved = new Date(Date.UTC(year + years, month - 1, date))
  return (moved.getUTCMonth() === month - 1 ? moved : new Date(Date.UTC(year + years, month, 0)))
    .toISOString()
    .slice(0, 10)
}
