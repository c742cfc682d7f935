import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { type AuditEvent, writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { DeskError } from '../desk.errors.ts'
import { DESK_POLICY, type DeskAct } from '../desk.policy.ts'
import { addEvent, type NewEvent } from './event.repo.server.ts'
import { mayAct, type Ticket, type TicketAct, type TicketChange } from './ticket.domain.ts'
import { holdTicket, saveTicket } from './ticket.repo.server.ts'

/** A ticket with the version that was seen of it; null where what is done stands beside what others do (a note). */
export type Seen = Readonly<{ id: string; seenVersion: number | null }>

/** What becomes of a ticket. */
export type Decided = Readonly<{
  change?: TicketChange
  event: Pick<NewEvent, 'kind' | 'body' | 'detail' | 'files'>
  audit: Pick<AuditEvent, 'action' | 'detail'>
}>

/** Everybody who may do an act; what keeps a ticket out of somebody's sight is told as a ticket that is not there. */
const GUARD: Readonly<Record<TicketAct, DeskAct>> = {
  assign: 'ticket.assign',
  change: 'ticket.change',
  start: 'ticket.change',
  answer: 'ticket.answer',
  note: 'ticket.note',
  merge: 'ticket.merge',
  close: 'ticket.close',
  reopen: 'ticket.reopen',
  junk: 'ticket.junk',
  restore: 'ticket.junk',
  release: 'ticket.release',
  move: 'ticket.move',
  question: 'ticket.release',
}
export const guardOf = (act: TicketAct): DeskAct => GUARD[act]

/** What keeps somebody from an act on a locked ticket as it stands. */
export function actRefusal(
  ctx: Ctx,
  act: TicketAct,
  ticket: Ticket,
  seenVersion: number | null,
): DeskError | null {
  const unitIds = ticket.unitId === null ? [] : [ticket.unitId]
  const refusal = refusalOf(DESK_POLICY, GUARD[act], ctx.actor, { unitIds })
  if (refusal) return refusal
  if (seenVersion !== null && seenVersion !== ticket.version)
    return { code: 'ticket.clash', version: ticket.version }
  if (ticket.movingAt !== null && act !== 'move') return { code: 'ticket.moving' }
  return mayAct(act, ticket) ? null : { code: 'ticket.state' }
}

/** Keeps what was decided of a locked ticket: the ticket, the event, and the entry of the audit log last. */
export async function keepDecided(
  tx: Tx,
  ctx: Ctx,
  ticket: Ticket,
  { change = {}, event, audit }: Decided,
): Promise<void> {
  const agencyId = ctx.agency.id
  const at = ctx.now()
  await addEvent(tx, { agencyId, ticketId: ticket.id, by: ctx.actor, at, ...event })
  await saveTicket(tx, agencyId, ticket, { change, at, found: event.body ?? '' })
  await writeAudit(tx, {
    agencyId,
    actor: ctx.actor,
    action: audit.action,
    object: { kind: 'ticket', id: ticket.id },
    detail: { reference: ticket.reference, ...audit.detail },
  })
}

/** One act on one ticket in one transaction: locked, asked, decided, kept. */
export function onTicket(
  ctx: Ctx,
  act: TicketAct,
  { id, seenVersion }: Seen,
  decide: (tx: Tx, ticket: Ticket) => Promise<Result<Decided, DeskError>>,
): Promise<Result<null, DeskError>> {
  return inTransaction<null, DeskError>(ctx, async (tx) => {
    const ticket = await holdTicket(tx, ctx.agency.id, id)
    if (!ticket) return err({ code: 'ticket.unknown' })
    const refusal = actRefusal(ctx, act, ticket, seenVersion)
    if (refusal) return err(refusal)
    const decided = await decide(tx, ticket)
    if (!decided.ok) return decided
    await keepDecided(tx, ctx, ticket, decided.value)
    return ok(null)
  })
}
