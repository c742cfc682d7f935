import { buddhistYear, type IsoDay, parseThaiDay } from './thai-date.ts'
import { toArabicDigits } from './thai-digits.ts'

const BE_OFFSET = 543
const SLASHED = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2}|\d{4})$/
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const ENGLISH = /^(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})(?:\s*\(.*\))?$/i
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * One day as people type it: "1 ต.ค. 67", "1/10/2567", "2024-10-01", "1 October 2024", Thai digits too. Years are read as
 * `buddhistYear` reads them. Null when it is none of these, or no such day exists.
 */
export function typedDay(text: string): IsoDay | null {
  const typed = toArabicDigits(text).trim()
  const thai = parseThaiDay(typed)
  if (thai !== null) return thai
  const slashed = SLASHED.exec(typed)
  if (slashed) return dayOf(slashed[3], Number(slashed[2]), Number(slashed[1]))
  const iso = ISO.exec(typed)
  if (iso) return dayOf(iso[1], Number(iso[2]), Number(iso[3]))
  const english = ENGLISH.exec(typed)
  if (!english) return null
  const month = ENGLISH_MONTHS.indexOf((english[2] ?? '').slice(0, 3).toLowerCase()) + 1
  return dayOf(english[3], month, Number(english[1]))
}

/** A day as `typedDay` reads it back, short and in the Buddhist era: "1/10/2567". */
export function dayAsTyped(day: IsoDay): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return `${date}/${month}/${year + BE_OFFSET}`
}

function dayOf(yearText: string | undefined, month: number, day: number): IsoDay | null {
  const year = buddhistYear(yearText ?? '')
  if (year === null || month < 1 || month > 12) return null
  const date = new Date(Date.UTC(year - BE_OFFSET, month - 1, day))
  // A day that does not exist becomes one of the next month.
  return date.getUTCMonth() === month - 1 && day >= 1 ? date.toISOString().slice(0, 10) : null
}
