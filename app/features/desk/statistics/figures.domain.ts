import type { IsoDay } from '../../../kernel/thai-date.ts'

/** How many matters, of those that were received in a stretch of time. Nothing of junk and of what was moved elsewhere. */
export type Figures = Readonly<{
  received: number
  /** Answered or closed. */
  done: number
  inProgress: number
  /** First answered by the day that was due. */
  answeredInTime: number
  answeredLate: number
  /** Waiting, and the day due is past. */
  overdue: number
}>

const NO_FIGURES: Figures = {
  received: 0,
  done: 0,
  inProgress: 0,
  answeredInTime: 0,
  answeredLate: 0,
  overdue: 0,
}

export const sumOf = (rows: readonly Figures[]): Figures =>
  rows.reduce<Figures>(
    (sum, row) => ({
      received: sum.received + row.received,
      done: sum.done + row.done,
      inProgress: sum.inProgress + row.inProgress,
      answeredInTime: sum.answeredInTime + row.answeredInTime,
      answeredLate: sum.answeredLate + row.answeredLate,
      overdue: sum.overdue + row.overdue,
    }),
    NO_FIGURES,
  )

const BE_OFFSET = 543

/** A month of a fiscal year: `month` 1 to 12, `year` of the Buddhist era, `quarter` of the fiscal year. */
export type FiscalMonth = Readonly<{ key: string; month: number; year: number; quarter: number }>

/** The months of a fiscal year (Buddhist era) from October on, up to the month of `today`; months to come are none. */
export function monthsOf(fiscalYear: number, today: IsoDay): readonly FiscalMonth[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 9) % 12) + 1
    const year = index < 3 ? fiscalYear - 1 : fiscalYear
    const key = `${year - BE_OFFSET}-${String(month).padStart(2, '0')}`
    return { key, month, year, quarter: Math.floor(index / 3) + 1 }
  }).filter(({ key }) => key <= today.slice(0, 7))
}
