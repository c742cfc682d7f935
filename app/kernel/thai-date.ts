import {
  BUDDHIST_ERA,
  CHRISTIAN_ERA,
  OF_FISCAL_YEAR,
  QUARTER,
  RANGE_WORDS,
  THAI_MONTHS,
  THAI_WEEKDAYS,
  weekdayAndDay,
} from './thai-calendar.th.ts'
import { toArabicDigits } from './thai-digits.ts'

/** A calendar day, ISO 8601 in the Christian era ("2024-03-13"): how every date is kept. */
export type IsoDay = string
export type DaySpan = Readonly<{ start: IsoDay; end: IsoDay }>
export type FoundDate = Readonly<{ written: string; index: number; span: DaySpan }>

const BE_OFFSET = 543
const DASH = '[-–—]'

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const MONTH_NUMBER = new Map(THAI_MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1])))
const MONTH = [...MONTH_NUMBER.keys()]
  .sort((a, b) => b.length - a.length)
  .map(literal)
  .join('|')
const ERA = `(?:${literal(BUDDHIST_ERA)}|${literal(CHRISTIAN_ERA)})`
const YEAR = `(?:${ERA}\\s*)?(\\d{4}|\\d{2})(?!\\d)`
const TO = `\\s*(?:${DASH}|${RANGE_WORDS.join('|')})\\s*`

const DAY_DATE = `(?<!\\d)(\\d{1,2})\\s*(${MONTH})\\s*${YEAR}`
const MONTH_RANGE = `(${MONTH})(?:\\s*${YEAR})?${TO}(${MONTH})\\s*${YEAR}`
const ONE_MONTH = `(${MONTH})\\s*${YEAR}`
const QUARTER_OF_YEAR = `${QUARTER}\\s*([1-4])\\s*/\\s*${YEAR}`
const QUARTER_IN_WORDS = `${QUARTER}\\s*([1-4])${OF_FISCAL_YEAR}\\s*${YEAR}`
const DAY_RANGE = `(?<!\\d)(\\d{1,2})(?:\\s*(${MONTH}))?(?:\\s*${YEAR})?${TO}(\\d{1,2})\\s*(${MONTH})\\s*${YEAR}`
const SLASHED_DAY = '(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(\\d{4})(?![\\d/])'
// A month with a number before it is a day that does not exist. Two digits after a month may count something ("in March
// 15 people"): only those of late years are a year.
const MONTH_IN_TEXT = `(?<!(?<!\\d)\\d{1,2}\\s*)(${MONTH})\\s*(?:${ERA}\\s*)?(\\d{4}|[5-9]\\d)(?!\\d)`

/**
 * A year as people write it, in the Buddhist era: 67 → 2567, 2567 → 2567, 2024 → 2567. Null when it is none of these
 * (two digits are the Buddhist short form; four digits from 2400 are Buddhist, from 1900 to 2199 Christian).
 */
export function buddhistYear(text: string): number | null {
  const digits = toArabicDigits(text).trim()
  if (/^\d{2}$/.test(digits)) return 2500 + Number(digits)
  if (!/^\d{4}$/.test(digits)) return null
  const year = Number(digits)
  if (year >= 2400 && year <= 2699) return year
  return year >= 1900 && year < 2200 ? year + BE_OFFSET : null
}

/** The fiscal year N (Buddhist era): 1 October N−1 to 30 September N. */
export const fiscalYearSpan = (fiscalYear: number): DaySpan => ({
  start: `${fiscalYear - BE_OFFSET - 1}-10-01`,
  end: `${fiscalYear - BE_OFFSET}-09-30`,
})

/** The fiscal year (Buddhist era) that a day is in. */
export function fiscalYearOf(day: IsoDay): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return year + BE_OFFSET + (month >= 10 ? 1 : 0)
}

/** The calendar year N (Buddhist era). */
export const calendarYearSpan = (year: number): DaySpan => ({
  start: `${year - BE_OFFSET}-01-01`,
  end: `${year - BE_OFFSET}-12-31`,
})

/** "13 มี.ค. 67", "7 พฤศจิกายน 2567", Thai digits too. Null when the text is not exactly one date, or no such day exists. */
export function parseThaiDay(text: string): IsoDay | null {
  const match = new RegExp(`^\\s*${DAY_DATE}\\s*$`, 'u').exec(toArabicDigits(text))
  return match ? isoDay(match[3], MONTH_NUMBER.get(match[2] ?? ''), Number(match[1])) : null
}

/** "ม.ค. – มี.ค. 67", "ต.ค. 66 - ก.ย. 67", "มี.ค. 67": first day of the first month to last day of the last. */
export function parseThaiPeriod(text: string): DaySpan | null {
  const folded = toArabicDigits(text).replace(/\s+/gu, ' ').trim()
  const range = new RegExp(`^${MONTH_RANGE}$`, 'u').exec(folded)
  if (range) return monthSpan(range[1], range[2] ?? range[4], range[3], range[4])
  const month = new RegExp(`^${ONE_MONTH}$`, 'u').exec(folded)
  if (month) return monthSpan(month[1], month[2], month[1], month[2])
  const days = new RegExp(`^${DAY_DATE}${TO}${DAY_DATE}$`, 'u').exec(folded)
  if (days) {
    const start = isoDay(days[3], MONTH_NUMBER.get(days[2] ?? ''), Number(days[1]))
    const end = isoDay(days[6], MONTH_NUMBER.get(days[5] ?? ''), Number(days[4]))
    return start && end ? { start, end } : null
  }
  const day = parseThaiDay(folded)
  return day ? { start: day, end: day } : null
}

/** Dates, months and quarters of fiscal years named inside running text, with where they stand. */
export function findThaiDates(text: string): readonly FoundDate[] {
  const arabic = toArabicDigits(text)
  const found: FoundDate[] = []
  for (const match of arabic.matchAll(new RegExp(DAY_DATE, 'gu'))) {
    const day = isoDay(match[3], MONTH_NUMBER.get(match[2] ?? ''), Number(match[1]))
    if (day)
      found.push({ written: writtenAt(text, match), index: match.index, span: { start: day, end: day } })
  }
  for (const match of arabic.matchAll(new RegExp(QUARTER_OF_YEAR, 'gu'))) {
    const year = buddhistYear(match[2] ?? '')
    if (year)
      found.push({
        written: writtenAt(text, match),
        index: match.index,
        span: quarterSpan(Number(match[1]), year),
      })
  }
  return found.sort((a, b) => a.index - b.index)
}

/** What a stretch of text may name, the longer form before the one it contains. */
const NAMED_SPANS: readonly (readonly [pattern: string, read: (match: RegExpExecArray) => DaySpan | null])[] =
  [
    [DAY_RANGE, dayRangeSpan],
    [DAY_DATE, (match) => oneDay(isoDay(match[3], MONTH_NUMBER.get(match[2] ?? ''), Number(match[1])))],
    [SLASHED_DAY, (match) => oneDay(isoDay(match[3], Number(match[2]), Number(match[1])))],
    [QUARTER_OF_YEAR, quarterIn],
    [QUARTER_IN_WORDS, quarterIn],
    [MONTH_RANGE, (match) => monthSpan(match[1], match[2] ?? match[4], match[3], match[4])],
    [MONTH_IN_TEXT, (match) => monthSpan(match[1], match[2], match[1], match[2])],
  ]

/**
 * All that running text says about time: days ("24 พ.ย. 66", "24/11/2566"), ranges of days and months, months and fiscal
 * quarters, with where they stand. A bare year is none: it says nothing about when in it.
 */
export function findThaiSpans(text: string): readonly FoundDate[] {
  const arabic = toArabicDigits(text)
  const found: FoundDate[] = []
  for (const [pattern, read] of NAMED_SPANS)
    for (const match of arabic.matchAll(new RegExp(pattern, 'gu'))) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some(({ index, written }) => start < index + written.length && index < end)) continue
      const span = read(match)
      if (span) found.push({ written: text.slice(start, end), index: start, span })
    }
  return found.sort((a, b) => a.index - b.index)
}

const oneDay = (day: IsoDay | null): DaySpan | null => (day === null ? null : { start: day, end: day })

/** "24-25 พ.ย. 66", "30 พ.ย. – 2 ธ.ค. 66": what the first day does not say it has from the last. */
function dayRangeSpan([
  ,
  day,
  month,
  year,
  lastDayText,
  lastMonth,
  lastYear,
]: RegExpExecArray): DaySpan | null {
  const start = isoDay(year ?? lastYear, MONTH_NUMBER.get(month ?? lastMonth ?? ''), Number(day))
  const end = isoDay(lastYear, MONTH_NUMBER.get(lastMonth ?? ''), Number(lastDayText))
  return start && end && start <= end ? { start, end } : null
}

function quarterIn([, quarter, yearText]: RegExpExecArray): DaySpan | null {
  const year = buddhistYear(yearText ?? '')
  return year === null ? null : quarterSpan(Number(quarter), year)
}

/** Long: "13 มีนาคม 2567" or "13 March 2024 (B.E. 2567)". The day must be ISO. */
export function formatDay(day: IsoDay, lang: 'th' | 'en'): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  if (lang === 'th') return `${date} ${THAI_MONTHS[month - 1]?.[0]} ${year + BE_OFFSET}`
  const english = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1),
  )
  return `${date} ${english} ${year} (B.E. ${year + BE_OFFSET})`
}

/** As official papers write it: "วันพฤหัสบดีที่ 7 พฤศจิกายน พ.ศ. 2567". The day must be ISO. */
export function formatOfficialDay(day: IsoDay): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const weekday = THAI_WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? ''
  return `${weekdayAndDay(weekday, date)} ${THAI_MONTHS[month - 1]?.[0]} ${BUDDHIST_ERA} ${year + BE_OFFSET}`
}

const writtenAt = (text: string, match: RegExpExecArray | RegExpMatchArray) =>
  text.slice(match.index, (match.index ?? 0) + match[0].length)

const pad = (value: number) => String(value).padStart(2, '0')

function isoDay(yearText: string | undefined, month: number | undefined, day: number): IsoDay | null {
  const year = buddhistYear(yearText ?? '')
  if (year === null || month === undefined) return null
  const christian = year - BE_OFFSET
  return day >= 1 && day <= lastDay(christian, month) ? `${christian}-${pad(month)}-${pad(day)}` : null
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

function monthSpan(from?: string, fromYear?: string, to?: string, toYear?: string): DaySpan | null {
  const start = isoDay(fromYear, MONTH_NUMBER.get(from ?? ''), 1)
  const month = MONTH_NUMBER.get(to ?? '')
  const year = buddhistYear(toYear ?? '')
  if (!start || month === undefined || year === null) return null
  const end = `${year - BE_OFFSET}-${pad(month)}-${pad(lastDay(year - BE_OFFSET, month))}`
  return start <= end ? { start, end } : null
}

/** Quarter 1 of a fiscal year is October to December of the year before. */
function quarterSpan(quarter: number, fiscalYear: number): DaySpan {
  const firstMonth = quarter === 1 ? 10 : (quarter - 2) * 3 + 1
  const year = fiscalYear - BE_OFFSET - (quarter === 1 ? 1 : 0)
  const last = firstMonth + 2
  return { start: `${year}-${pad(firstMonth)}-01`, end: `${year}-${pad(last)}-${pad(lastDay(year, last))}` }
}
