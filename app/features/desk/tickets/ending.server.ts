import { ok, type Result } from '../../../kernel/result.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { DeskError } from '../desk.errors.ts'
import type { Decided } from './changing-ticket.server.ts'
import type { Ticket } from './ticket.domain.ts'
import { typedWords } from './typed-words.domain.ts'

/** Closes a locked ticket. The reason is read by the person; after an answer none is needed. */
export function decideClosing(ctx: Ctx, ticket: Ticket, typed: string): Result<Decided, DeskError> {
  const reason = typedWords('reason', typed, ticket.state === 'answered' ? null : 'ticket.no-reason')
  if (!reason.ok) return reason
  return ok({
    change: { state: 'closed', closedOn: thaiDay(ctx.now()) },
    event: { kind: 'closed', body: reason.value, detail: { from: ticket.state } },
    audit: { action: 'ticket.closed', detail: { from: ticket.state } },
  })
}

/** Marks a locked ticket as junk: it counts nowhere, and the person can add nothing to it. */
export function decideJunk(ticket: Ticket, typed: string): Result<Decided, DeskError> {
  const reason = typedWords('reason', typed, null, 2000)
  if (!reason.ok) return reason
  return ok({
    change: { state: 'junk' },
    event: { kind: 'junk', body: reason.value, detail: { from: ticket.state } },
    audit: { action: 'ticket.junked', detail: { from: ticket.state } },
  })
}
