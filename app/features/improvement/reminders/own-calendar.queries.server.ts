import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { isOpen } from '../working/measure-state.domain.ts'
import type { CalendarEntry } from './calendar-feed.server.ts'
import { lastChangesOf, listOpenMeasures } from './open-measures.queries.server.ts'

/** What somebody has still to hand in and that has a due day, the earliest first. */
export function listCalendarEntries(ctx: Ctx, personId: string): Promise<readonly CalendarEntry[]> {
  const at = { agencyId: ctx.agency.id, day: thaiDay(ctx.now()) }
  return withAgency(ctx.db, at.agencyId, async (tx) => {
    const measures = (await listOpenMeasures(tx, at)).filter(
      ({ state, personIds }) => isOpen(state) && personIds.includes(personId),
    )
    const changes = await lastChangesOf(tx, {
      agencyId: at.agencyId,
      measureIds: measures.map(({ id }) => id),
    })
    return measures.flatMap(({ id, title, dueOn, version, openedAt }) =>
      dueOn === null ? [] : { measureId: id, title, dueOn, version, changedAt: changes.get(id) ?? openedAt },
    )
  })
}
