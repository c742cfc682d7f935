import { err, ok } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { changingHolidays, type HolidayChange } from '../changing-holidays.server.ts'
import { knownHolidays } from '../holiday.domain.ts'
import { beginYear, deleteHolidays, insertHolidays } from '../holiday.repo.server.ts'

/** Puts what the program knows of a calendar year (Buddhist era) in the place of the agency's list. */
export function takeKnownHolidays(ctx: Ctx, { year }: { year: number }): Promise<HolidayChange> {
  return changingHolidays(ctx, async (tx, by) => {
    const known = knownHolidays(year)
    if (known.length === 0) return err({ code: 'holiday.year-unknown' })
    const own = await beginYear(tx, ctx.agency.id, { year, by })
    await deleteHolidays(
      tx,
      ctx.agency.id,
      own.map(({ day }) => day),
    )
    await insertHolidays(tx, ctx.agency.id, { holidays: known, by })
    return ok({ action: 'holidays.taken', id: String(year), detail: { days: known.length } })
  })
}
