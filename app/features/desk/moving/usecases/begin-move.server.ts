import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { DESK_POLICY } from '../../desk.policy.ts'
import { type DeskFile, listFiles } from '../../files/file.repo.server.ts'
import { actRefusal } from '../../tickets/changing-ticket.server.ts'
import { listEvents, type TicketEvent } from '../../tickets/event.queries.server.ts'
import type { Ticket } from '../../tickets/ticket.domain.ts'
import { holdTicket } from '../../tickets/ticket.repo.server.ts'
import { findClaim, setMoving } from '../moving.repo.server.ts'

/** Everything that leaves the desk. */
export type Leaving = Readonly<{
  ticket: Ticket
  events: readonly TicketEvent[]
  files: readonly DeskFile[]
  claimPublicKey: Uint8Array
}>

/**
 * Marks a ticket as on its way, so that nothing is added to it until it is there; `moved` where it has gone already. Nothing is
 * written into the audit log before it is there.
 */
export function beginMove(
  ctx: Ctx,
  { id, seenVersion }: Readonly<{ id: string; seenVersion: number }>,
): Promise<Result<Leaving | 'moved', DeskError>> {
  return inTransaction<Leaving | 'moved', DeskError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const ticket = await holdTicket(tx, agencyId, id)
    if (!ticket) return err({ code: 'ticket.unknown' })
    const refusal = refusalOf(DESK_POLICY, 'ticket.move', ctx.actor)
    if (refusal) return err(refusal)
    if (ticket.state === 'moved') return ok('moved')
    // On its way already, and left there by a program that died: whoever presses again takes it further.
    const notNow = actRefusal(ctx, 'move', ticket, ticket.movingAt === null ? seenVersion : null)
    if (notNow) return err(notNow)
    if (ticket.movingAt === null) await setMoving(tx, { agencyId, id, at: ctx.now() })
    const { publicKey: claimPublicKey } = await findClaim(tx, { agencyId, id })
    const events = await listEvents(tx, { agencyId, ticketIds: [id] })
    const files = await listFiles(tx, { agencyId, ticketIds: [id] })
    const ofPerson = new Set(events.filter(({ byKind }) => byKind === 'person').map(({ number }) => number))
    // What staff wrote down for somebody is theirs, too.
    const isTheirs = ({ eventNumber }: DeskFile) => eventNumber === 1 || ofPerson.has(eventNumber)
    return ok({ ticket, events, files: files.filter(isTheirs), claimPublicKey })
  })
}
