import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { typedDay } from '../../../../kernel/typed-day.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { holidaysWithin } from '../../../people/index.server.ts'
import { dueDay } from '../../deadlines/due.domain.ts'
import type { DeskError, DeskErrorCode } from '../../desk.errors.ts'
import { readDeskSettings } from '../../settings/desk-settings.repo.server.ts'
import { onTicket } from '../changing-ticket.server.ts'
import type { EventDetail } from '../event.repo.server.ts'
import { isWaiting, PRIORITIES, TICKET_KINDS, type TicketChange } from '../ticket.domain.ts'
import { typedWords } from '../typed-words.domain.ts'

/** What is absent stays. `topic` and `dueOn` as typed, '' for none; `dueOn` needs a reason. */
export type ChangeTicket = Readonly<{
  id: string
  seenVersion: number
  kind?: string
  priority?: string
  topic?: string
  dueOn?: string
  reason?: string
}>

/** Changes what staff say of a ticket. Another kind has another day due, unless one is typed with it. */
export function changeTicket(
  ctx: Ctx,
  { id, seenVersion, ...typed }: ChangeTicket,
): Promise<Result<null, DeskError>> {
  return onTicket(ctx, 'change', { id, seenVersion }, async (tx, ticket) => {
    const faulty = (field: string, fault: DeskErrorCode): Result<never, DeskError> =>
      err({ code: 'desk.faults', faults: { [field]: fault } })
    const agencyId = ctx.agency.id
    const { settings } = await readDeskSettings(tx, agencyId)
    const kind = typed.kind === undefined ? ticket.kind : TICKET_KINDS.find((one) => one === typed.kind)
    if (!kind) return faulty('kind', 'ticket.no-kind')
    const priority = PRIORITIES.find((one) => one === (typed.priority ?? ticket.priority)) ?? ticket.priority
    const topic = typed.topic === undefined ? ticket.topic : typed.topic || null
    if (topic !== null && topic !== ticket.topic && !settings.topics.some(({ key }) => key === topic))
      return faulty('topic', 'ticket.unknown-topic')
    const holidays = await holidaysWithin(tx, agencyId)
    let dueOn =
      kind !== ticket.kind && isWaiting(ticket.state)
        ? dueDay(kind, ticket.receivedOn, { settings, holidays })
        : ticket.dueOn
    if (typed.dueOn !== undefined && typed.dueOn.trim() !== '') {
      const day = typedDay(typed.dueOn)
      if (day === null) return faulty('dueOn', 'ticket.bad-day')
      if (day !== ticket.dueOn && day < thaiDay(ctx.now())) return faulty('dueOn', 'ticket.past-day')
      if (day !== ticket.dueOn) dueOn = day
    }
    const isMoved = dueOn !== ticket.dueOn && kind === ticket.kind
    const reason = typedWords('reason', typed.reason ?? '', isMoved ? 'ticket.no-reason' : null, 2000)
    if (!reason.ok) return reason
    const change: TicketChange = { kind, priority, topic, dueOn, ...(isMoved && { escalatedStep: 0 }) }
    const detail: EventDetail = {
      ...(kind !== ticket.kind && { fromKind: ticket.kind, kind }),
      ...(priority !== ticket.priority && { fromPriority: ticket.priority, priority }),
      ...(topic !== ticket.topic && { fromTopic: ticket.topic, topic }),
      ...(dueOn !== ticket.dueOn && { fromDue: ticket.dueOn, due: dueOn }),
    }
    if (Object.keys(detail).length === 0) return err({ code: 'ticket.nothing-changed' })
    return ok({
      change,
      event: { kind: 'changed', body: reason.value, detail },
      audit: { action: 'ticket.changed', detail },
    })
  })
}
