import { err, ok } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { changingHolidays, type HolidayChange } from '../changing-holidays.server.ts'
import { beginYear, confirmDays } from '../holiday.repo.server.ts'

/** Says of the list of a calendar year (Buddhist era) that somebody compared it with the announcements. */
export function confirmHolidays(ctx: Ctx, { year }: { year: number }): Promise<HolidayChange> {
  return changingHolidays(ctx, async (tx, by) => {
    const own = await beginYear(tx, ctx.agency.id, { year, by })
    if (own.length === 0) return err({ code: 'holiday.year-unknown' })
    await confirmDays(tx, ctx.agency.id, { days: own.map(({ day }) => day), by })
    return ok({ action: 'holidays.confirmed', id: String(year), detail: { days: own.length } })
  })
}
