import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { PageErrorCode } from '../pages/page.errors.ts'

/** Until when people are given to read, by default: days from today. */
export const DAYS_TO_READ = 30

/** A version of a policy that everybody was asked to read. */
export type ReadingRound = Readonly<{
  id: string
  pageId: string
  version: number
  dueOn: IsoDay
  askedAt: Date
  askedByName: string
}>

/** How one person stands who was asked. */
export type Reader = Readonly<{
  personId: string
  name: string
  /** Null for who belongs to no unit. */
  unitName: string | null
  hasEmail: boolean
  remindedAt: Date | null
  readAt: Date | null
}>

/** What is wrong with a day by which people are asked to have read; null when it will do. */
export function dueFault(day: IsoDay | null, today: IsoDay): PageErrorCode | null {
  if (day === null) return 'reading.bad-day'
  return day < today ? 'reading.past-day' : null
}

/** Of how many asked how many have read, and whole percents, never 100 while somebody is missing. */
export function readShare(readers: readonly Pick<Reader, 'readAt'>[]) {
  const read = readers.filter(({ readAt }) => readAt !== null).length
  return {
    read,
    asked: readers.length,
    percent: readers.length === 0 ? 0 : Math.floor((read * 100) / readers.length),
  }
}
