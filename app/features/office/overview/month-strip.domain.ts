import { fiscalYearSpan, type IsoDay } from '../../../kernel/thai-date.ts'
import type { MeasureLine } from './year-work.domain.ts'

/**
 * One line of the strip of months: percent from the left edge, 1 October, to the right, 30 September. Months are equally
 * wide, as they are in the head.
 */
export type StripRow = Readonly<{
  key: string
  issue: number
  /** Null for an issue as a whole. */
  measure: number | null
  title: string
  /** What stands behind `/office/`. */
  part: string
  /** Null where no period is set, or it lies in other years alone. */
  bar: Readonly<{ from: number; to: number }> | null
  /** First and last day as they are, in whatever year. */
  period: Readonly<{ start: IsoDay; end: IsoDay }> | null
  marks: readonly StripMark[]
}>

/** A day by which something is to be handed in; several of one day and one look are one mark. */
export type StripMark = Readonly<{ at: number; day: IsoDay; look: 'due' | 'late' | 'done'; count: number }>

export type MonthStrip = Readonly<{
  rows: readonly StripRow[]
  /** Null where today is in another year. */
  todayAt: number | null
}>

type Place = Readonly<{ issue: number; id: string; title: string }>

/** The fiscal year at a glance: issues as a whole, or the measures themselves where they are few enough to be read. */
export function monthStrip(
  lines: readonly MeasureLine[],
  asked: Readonly<{ fiscalYear: number; today: IsoDay; issues: readonly Place[]; byMeasure: boolean }>,
): MonthStrip {
  const { fiscalYear, today, issues, byMeasure } = asked
  const place = (of: readonly MeasureLine[]) => {
    const period = wholePeriod(of)
    return { period, bar: barOf(period, fiscalYear), marks: marksOf(of, fiscalYear) }
  }
  const rows = byMeasure
    ? lines.map((line) => ({
        key: line.id,
        issue: line.issue,
        measure: line.number,
        title: line.title,
        part: `measures/${line.id}`,
        ...place([line]),
      }))
    : issues.flatMap(({ issue, id, title }) => {
        const own = lines.filter((line) => line.issueId === id)
        return own.length === 0
          ? []
          : [{ key: id, issue, measure: null, title, part: `issues/${id}`, ...place(own) }]
      })
  return { rows, todayAt: isWithin(today, fiscalYear) ? percentOf(today) : null }
}

function wholePeriod(lines: readonly MeasureLine[]): StripRow['period'] {
  const periods = lines.flatMap(({ period }) => period ?? [])
  const start = periods.map((period) => period.start).toSorted()[0]
  const end = periods
    .map((period) => period.end)
    .toSorted()
    .at(-1)
  return start === undefined || end === undefined ? null : { start, end }
}

function barOf(period: StripRow['period'], fiscalYear: number): StripRow['bar'] {
  const year = fiscalYearSpan(fiscalYear)
  if (period === null || period.end < year.start || period.start > year.end) return null
  return {
    from: period.start < year.start ? 0 : percentOf(period.start),
    to: period.end > year.end ? 100 : percentOf(period.end, 'end'),
  }
}

function marksOf(lines: readonly MeasureLine[], fiscalYear: number): readonly StripMark[] {
  const due = lines.flatMap((line) =>
    line.dueOn !== null && isWithin(line.dueOn, fiscalYear) ? [{ day: line.dueOn, look: lookOf(line) }] : [],
  )
  return [...Map.groupBy(due, ({ day, look }) => `${day} ${look}`).values()]
    .flatMap((same) => {
      const [first] = same
      return first ? [{ ...first, at: percentOf(first.day, 'end'), count: same.length }] : []
    })
    .toSorted((a, b) => a.day.localeCompare(b.day))
}

const lookOf = (line: MeasureLine): StripMark['look'] =>
  line.isLate ? 'late' : line.state === 'done' ? 'done' : 'due'

function isWithin(day: IsoDay, fiscalYear: number): boolean {
  const { start, end } = fiscalYearSpan(fiscalYear)
  return start <= day && day <= end
}

/** Where a day of the fiscal year begins, or ends. */
function percentOf(day: IsoDay, edge: 'start' | 'end' = 'start'): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const within = (date - (edge === 'start' ? 1 : 0)) / days
  return Number(((((month + 2) % 12) + within) / 0.12).toFixed(3))
}
