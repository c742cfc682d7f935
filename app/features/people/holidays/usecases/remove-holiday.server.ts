import { err, ok } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { changingHolidays, type HolidayChange } from '../changing-holidays.server.ts'
import { yearOfDay } from '../holiday.domain.ts'
import { beginYear, deleteHolidays } from '../holiday.repo.server.ts'

/**
 * Takes a holiday out of the agency's list. The last day of a year stays: an empty list would be the program's again, and
 * bring back what was taken out.
 */
export function removeHoliday(ctx: Ctx, { day }: { day: IsoDay }): Promise<HolidayChange> {
  return changingHolidays(ctx, async (tx, by) => {
    const own = await beginYear(tx, ctx.agency.id, { year: yearOfDay(day), by })
    const removed = own.find((holiday) => holiday.day === day)
    if (!removed) return err({ code: 'holiday.unknown' })
    if (own.length === 1) return err({ code: 'holiday.last' })
    await deleteHolidays(tx, ctx.agency.id, [day])
    return ok({ action: 'holiday.removed', id: day, detail: { name: removed.nameTh } })
  })
}
