import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { type Holiday, holidaysThatCount, KNOWN_YEARS, yearOfDay } from './holiday.domain.ts'
import { listOwnHolidays } from './holiday.repo.server.ts'

/** Every day on which offices are closed beside Saturdays and Sundays, as far as is known. */
export const listHolidays = (ctx: Ctx): Promise<ReadonlySet<IsoDay>> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => holidaysWithin(tx, ctx.agency.id))

/** The same within a transaction of the caller. */
export async function holidaysWithin(tx: Tx, agencyId: string): Promise<ReadonlySet<IsoDay>> {
  return new Set(holidaysThatCount(await listOwnHolidays(tx, agencyId)).map(({ day }) => day))
}

/** The last calendar year (Buddhist era) of which holidays are known: after it, working days are Mondays to Fridays. */
export async function holidaysKnownTo(ctx: Ctx): Promise<number> {
  const own = await withAgency(ctx.db, ctx.agency.id, (tx) => listOwnHolidays(tx, ctx.agency.id))
  return Math.max(...KNOWN_YEARS, ...own.map(({ day }) => yearOfDay(day)))
}

export type HolidayYear = Readonly<{
  year: number
  holidays: readonly Holiday[]
  /** Whether the agency keeps its own list of the year; else what the program knows counts. */
  isOwn: boolean
  /** Years that can be chosen. */
  years: readonly number[]
}>

/** The holidays of one calendar year (Buddhist era) as the office sees to them. */
export async function findHolidayYear(ctx: Ctx, year: number): Promise<HolidayYear> {
  const own = await withAgency(ctx.db, ctx.agency.id, (tx) => listOwnHolidays(tx, ctx.agency.id))
  const ofYear = ({ day }: Holiday) => yearOfDay(day) === year
  return {
    year,
    holidays: holidaysThatCount(own).filter(ofYear),
    isOwn: own.some(ofYear),
    years: [...new Set([...KNOWN_YEARS, ...own.map(({ day }) => yearOfDay(day)), year])].sort(
      (a, b) => a - b,
    ),
  }
}
