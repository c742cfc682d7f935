import { thaiDay } from '../../../../kernel/thai-day.ts'
import { isWorkingDay } from '../../../../kernel/working-days.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { addNotices, holidaysWithin, listUnitHeads, type NewNotice } from '../../../people/index.server.ts'
import { readDeskSettings } from '../../settings/desk-settings.repo.server.ts'
import { addEvent } from '../../tickets/event.repo.server.ts'
import { toldAtStep, workersOf } from '../../tickets/who-is-told.domain.ts'
import { listOfficersOn } from '../../who-answers.queries.server.ts'
import { escalationStep, isOverdue, soonUntil } from '../due.domain.ts'
import { holdDueUntil, setEscalated, setReminded } from '../overdue.repo.server.ts'

export type ToldDue = Readonly<{ reminded: number; escalated: number }>

/**
 * Reminds who works on a ticket that it is due soon, once for each day due, and tells step by step that it is overdue: first
 * the head of the unit, then the desk, then the administrators, each step once. On working days alone. Several programs may do
 * so at once: each takes the tickets that no other one holds.
 */
export const tellDue = (ctx: Ctx): Promise<ToldDue> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const at = ctx.now()
    const today = thaiDay(at)
    const holidays = await holidaysWithin(tx, agencyId)
    if (!isWorkingDay(today, holidays)) return { reminded: 0, escalated: 0 }
    const { settings } = await readDeskSettings(tx, agencyId)
    const until = soonUntil(today, { settings, holidays })
    const due = await holdDueUntil(tx, { agencyId, until })
    if (due.length === 0) return { reminded: 0, escalated: 0 }
    const officers = await listOfficersOn(tx, { agencyId, day: today })
    const heads = await listUnitHeads(tx, agencyId)
    const notices: NewNotice[] = []
    let [reminded, escalated] = [0, 0]
    for (const ticket of due) {
      if (ticket.dueOn === null) continue
      const dueOn = ticket.dueOn
      const tell = (personIds: readonly string[], kind: 'ticket.due-soon' | 'ticket.overdue') => {
        for (const personId of personIds)
          notices.push({
            agencyId,
            personId,
            kind,
            part: `desk/tickets/${ticket.id}`,
            detail: { title: ticket.reference, day: dueOn },
            at,
          })
      }
      if (!isOverdue(ticket, today)) {
        if (ticket.remindedOf === dueOn) continue
        tell(
          workersOf(ticket, officers).map(({ id }) => id),
          'ticket.due-soon',
        )
        await setReminded(tx, { agencyId, id: ticket.id, day: dueOn })
        reminded += 1
        continue
      }
      const step = escalationStep(ticket, today, { settings, holidays })
      if (step <= ticket.escalatedStep) continue
      for (let reached = ticket.escalatedStep + 1; reached <= step; reached += 1)
        tell(toldAtStep(reached, ticket, { officers, heads }), 'ticket.overdue')
      await addEvent(tx, {
        agencyId,
        ticketId: ticket.id,
        kind: 'overdue',
        by: ctx.actor,
        detail: { step },
        at,
      })
      await setEscalated(tx, { agencyId, id: ticket.id, step })
      escalated += 1
    }
    await addNotices(tx, notices)
    if (escalated > 0)
      await writeAudit(tx, {
        agencyId,
        actor: ctx.actor,
        action: 'ticket.escalated',
        object: { kind: 'ticket-list', id: today },
        detail: { tickets: escalated },
      })
    return { reminded, escalated }
  })
