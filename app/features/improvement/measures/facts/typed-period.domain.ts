import { THAI_MONTHS } from '../../../../kernel/thai-calendar.th.ts'
import {
  buddhistYear,
  type DaySpan,
  fiscalYearSpan,
  type IsoDay,
  parseThaiPeriod,
} from '../../../../kernel/thai-date.ts'
import { daysAfter } from '../../../../kernel/thai-day.ts'
import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import { typedDay } from '../../../../kernel/typed-day.ts'

const BE_OFFSET = 543
const NUMBERED_MONTH = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/
const ENGLISH_MONTH = /^([a-z]{3,9})\.?\s+(\d{4})(?:\s*\(.*\))?$/i
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * What somebody types as a time within a fiscal year (B.E.): a day ("15 มี.ค. 2567", "1/10/2566", "2024-03-15"), a month
 * ("ม.ค. 67", "1/2567", "Jan 2024"), or a range ("ม.ค. – มี.ค. 67"). A month or a day without a year is the one of that fiscal
 * year. Null when it is none of these, or no such day exists.
 */
export function typedSpan(text: string, fiscalYear: number): DaySpan | null {
  const typed = toArabicDigits(text).replace(/\s+/gu, ' ').trim()
  if (typed === '') return null
  const day = typedDay(typed)
  if (day !== null) return { start: day, end: day }
  return parseThaiPeriod(typed) ?? monthTyped(typed) ?? withoutYear(typed, fiscalYear)
}

function monthTyped(typed: string): DaySpan | null {
  const [, number, year] = NUMBERED_MONTH.exec(typed) ?? []
  if (number !== undefined) return monthSpan(year, Number(number))
  const [, name = '', englishYear] = ENGLISH_MONTH.exec(typed) ?? []
  return monthSpan(englishYear, ENGLISH_MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}

function monthSpan(yearText: string | undefined, month: number): DaySpan | null {
  const year = buddhistYear(yearText ?? '')
  if (year === null || month < 1 || month > 12) return null
  const christian = year - BE_OFFSET
  const last = new Date(Date.UTC(christian, month, 0)).toISOString().slice(0, 10)
  return { start: `${last.slice(0, 8)}01`, end: last }
}

/** "ม.ค.", "15 มี.ค.": October to December are of the year before. */
function withoutYear(typed: string, fiscalYear: number): DaySpan | null {
  const month = THAI_MONTHS.findIndex((names) => names.some((name) => typed.endsWith(name))) + 1
  return month === 0 ? null : parseThaiPeriod(`${typed} ${month >= 10 ? fiscalYear - 1 : fiscalYear}`)
}

/** A span as a report prints it: "ม.ค. – มี.ค. 67", "มี.ค. 67", "15 มี.ค. 67", "1 ม.ค. 67 – 15 มี.ค. 67". */
export function writtenSpan({ start, end }: DaySpan): string {
  const [from, to] = [partsOf(start), partsOf(end)]
  if (isFirst(start) && isLast(end)) {
    if (from.year !== to.year) return `${monthOf(from)} – ${monthOf(to)}`
    return from.month === to.month ? monthOf(to) : `${from.name} – ${monthOf(to)}`
  }
  return start === end ? dayOf(from) : `${dayOf(from)} – ${dayOf(to)}`
}

/** The two ends of a span as `typedSpan` reads them back: whole months by their name, else the days. */
export function typedEnds({ start, end }: DaySpan): Readonly<{ from: string; to: string }> {
  const write = isFirst(start) && isLast(end) ? monthOf : dayOf
  return { from: write(partsOf(start)), to: write(partsOf(end)) }
}

/** "15 มี.ค. 67". */
export const shortDay = (day: IsoDay): string => dayOf(partsOf(day))

/** Whether some of it lies outside the fiscal year (B.E.). */
export function isOutside(span: DaySpan, fiscalYear: number): boolean {
  const year = fiscalYearSpan(fiscalYear)
  return span.start < year.start || span.end > year.end
}

type Parts = Readonly<{ year: number; month: number; name: string; date: number }>

function partsOf(day: IsoDay): Parts {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year: year + BE_OFFSET, month, name: THAI_MONTHS[month - 1]?.[1] ?? '', date }
}

// Two digits are a year from 2500 on only.
const shortYear = (year: number) => (year >= 2500 && year < 2600 ? String(year).slice(2) : String(year))
const monthOf = ({ name, year }: Parts) => `${name} ${shortYear(year)}`
const dayOf = (parts: Parts) => `${parts.date} ${monthOf(parts)}`
const isFirst = (day: IsoDay) => day.endsWith('-01')
const isLast = (day: IsoDay) => daysAfter(day, 1).endsWith('-01')
