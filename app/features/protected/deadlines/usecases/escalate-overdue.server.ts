import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { withProtected } from '../../database/protected-db.server.ts'
import { countEvents } from '../../statistics/case-counts.repo.server.ts'
import { LATE_EVENTS } from '../../statistics/case-event.table.ts'
import { escalationsOf, overdueStages } from '../deadlines.domain.ts'
import { lockPastDue, saveEscalation } from '../overdue.repo.server.ts'

/**
 * What the day of a deadline that passed brings: the stage counts as late, once, and the case goes up to the next step of those
 * who may read it. Nobody gets to read it by this, and whoever was left out is told nothing. Answers how many cases went up.
 */
export function escalateOverdue(ctx: ProtectedCtx): Promise<number> {
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  return withProtected(ctx.channel.db, agencyId, async (tx) => {
    let wentUp = 0
    for (const one of await lockPastDue(tx, { agencyId, today: day })) {
      const overdue = overdueStages(one, day)
      const late = overdue.filter((stage) => !one.lateStages.includes(stage))
      const escalated = escalationsOf({ escalated: one.escalated, overdue: overdue.length }, one.steps)
      if (late.length === 0 && escalated === one.escalated) continue
      const { reportId, channel, category } = one
      await saveEscalation(tx, { agencyId, reportId, escalated, lateStages: [...one.lateStages, ...late] })
      const events = late.map((stage) => LATE_EVENTS[stage])
      await countEvents(tx, { agencyId, channel, category, day, events })
      if (escalated === one.escalated) continue
      wentUp++
      await writeSealedAudit(tx, {
        agencyId,
        day,
        role: 'channel',
        action: 'case.escalated',
        object: reportId,
      })
    }
    return wentUp
  })
}
