import type { IsoDay } from '../../../kernel/thai-date.ts'

/** The same day so many months before; the last of a month where that one is shorter. */
export function monthsBefore(day: IsoDay, months: number): IsoDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10)
}
