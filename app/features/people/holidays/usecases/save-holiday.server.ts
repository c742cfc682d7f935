import { err, ok } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { changingHolidays, type HolidayChange } from '../changing-holidays.server.ts'
import { faultOfNames, type Holiday, yearOfDay } from '../holiday.domain.ts'
import { beginYear, deleteHolidays, insertHolidays } from '../holiday.repo.server.ts'

/**
 * Adds a holiday, or changes the one that stood on `was`. What somebody of the agency says is confirmed. The first change of
 * a year makes the list of the program the agency's own.
 */
export function saveHoliday(
  ctx: Ctx,
  { was, holiday }: { was: IsoDay | null; holiday: Omit<Holiday, 'certainty'> },
): Promise<HolidayChange> {
  return changingHolidays(ctx, async (tx, by) => {
    const { id: agencyId } = ctx.agency
    const fault = faultOfNames(holiday)
    if (fault) return err({ code: fault })
    const year = yearOfDay(holiday.day)
    if (was !== null && yearOfDay(was) !== year) await beginYear(tx, agencyId, { year: yearOfDay(was), by })
    const own = await beginYear(tx, agencyId, { year, by })
    const isMoved = was !== holiday.day
    if (isMoved && own.some(({ day }) => day === holiday.day)) return err({ code: 'holiday.day-taken' })
    if (was !== null && (await deleteHolidays(tx, agencyId, [was])) === 0)
      return err({ code: 'holiday.unknown' })
    await insertHolidays(tx, agencyId, { holidays: [{ ...holiday, certainty: 'confirmed' }], by })
    return ok({
      action: was === null ? 'holiday.added' : 'holiday.changed',
      id: holiday.day,
      detail: { name: holiday.nameTh, ...(was !== null && isMoved && { was }) },
    })
  })
}
