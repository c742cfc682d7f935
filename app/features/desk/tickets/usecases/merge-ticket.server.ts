import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { actRefusal, keepDecided } from '../changing-ticket.server.ts'
import { addEvent } from '../event.repo.server.ts'
import { readReference } from '../reference.domain.ts'
import { isWaiting } from '../ticket.domain.ts'
import { findTicketId, holdTickets, saveTicket } from '../ticket.repo.server.ts'

/**
 * Merges a ticket into another one about the same: whoever came with either sees the answer of the other one. Both are locked
 * in the same order by everybody.
 */
export function mergeTicket(
  ctx: Ctx,
  { id, seenVersion, into }: Readonly<{ id: string; seenVersion: number; into: string }>,
): Promise<Result<null, DeskError>> {
  return inTransaction<null, DeskError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const reference = readReference(into)
    const otherId = reference === null ? null : await findTicketId(tx, agencyId, { reference })
    const held = await holdTickets(tx, agencyId, otherId === null ? [id] : [id, otherId])
    const ticket = held.find((one) => one.id === id)
    if (!ticket) return err({ code: 'ticket.unknown' })
    const refusal = actRefusal(ctx, 'merge', ticket, seenVersion)
    if (refusal) return err(refusal)
    const other = held.find((one) => one.id === otherId)
    const isTarget =
      other && (isWaiting(other.state) || other.state === 'answered' || other.state === 'closed')
    if (!other || !isTarget || other.movingAt !== null)
      return err({ code: 'desk.faults', faults: { into: 'ticket.unknown-other' } })
    if (other.id === ticket.id) return err({ code: 'desk.faults', faults: { into: 'ticket.merge-itself' } })
    const at = ctx.now()
    await addEvent(tx, {
      agencyId,
      ticketId: other.id,
      kind: 'took-in',
      by: ctx.actor,
      detail: { from: ticket.reference },
      at,
    })
    await saveTicket(tx, agencyId, other, { change: {}, at })
    await keepDecided(tx, ctx, ticket, {
      change: { state: 'merged', mergedInto: other.id },
      event: { kind: 'merged', detail: { into: other.reference } },
      audit: { action: 'ticket.merged', detail: { into: other.reference } },
    })
    return ok(null)
  })
}
