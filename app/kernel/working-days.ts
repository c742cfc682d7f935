import type { IsoDay } from './thai-date.ts'

const DAY_MS = 86_400_000
const SATURDAY = 6
/** So many days without one to work in: what is given as holidays cannot be holidays. */
const LONGEST_REST = 366

/** Whether offices are open on a day: Monday to Friday, and no holiday. Both as ISO days. */
export const isWorkingDay = (day: IsoDay, holidays: ReadonlySet<IsoDay>): boolean => {
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== SATURDAY && !holidays.has(day)
}

/**
 * The day that is `count` working days after a day. The first day does not count (Civil and Commercial Code s. 193/3): what
 * comes on a Friday and has one working day is due on Monday. Of no working days, the day itself where offices are open, else
 * the next day on which they are.
 */
export function addWorkingDays(day: IsoDay, count: number, holidays: ReadonlySet<IsoDay>): IsoDay {
  let found = count === 0 ? nextOpen(day, holidays) : day
  for (let left = count; left > 0; left--) found = nextOpen(dayAfter(found), holidays)
  return found
}

/** How many working days come after the first day, up to and with the last; 0 where the last is not later. */
export function workingDaysBetween(first: IsoDay, last: IsoDay, holidays: ReadonlySet<IsoDay>): number {
  let count = 0
  for (let day = dayAfter(first); day <= last; day = dayAfter(day)) if (isWorkingDay(day, holidays)) count++
  return count
}

function nextOpen(day: IsoDay, holidays: ReadonlySet<IsoDay>): IsoDay {
  let found = day
  for (let rest = 0; !isWorkingDay(found, holidays); rest++) {
    if (rest > LONGEST_REST) throw new Error('holidays without end')
    found = dayAfter(found)
  }
  return found
}

const dayAfter = (day: IsoDay): IsoDay =>
  new Date(new Date(day).getTime() + DAY_MS).toISOString().slice(0, 10)
