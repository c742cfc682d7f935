import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { forgetFiles } from '../../files/file.repo.server.ts'
import { addEvent } from '../../tickets/event.repo.server.ts'
import { holdTicket } from '../../tickets/ticket.repo.server.ts'
import { emptyTicket } from '../moving.repo.server.ts'

/** Takes text, names and files of a ticket out of the desk, once they are sealed elsewhere. */
export function finishMove(ctx: Ctx, id: string): Promise<Result<null, DeskError>> {
  return inTransaction<null, DeskError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const ticket = await holdTicket(tx, agencyId, id)
    if (!ticket) return err({ code: 'ticket.unknown' })
    if (ticket.state === 'moved') return ok(null)
    if (ticket.movingAt === null) return err({ code: 'ticket.state' })
    const at = ctx.now()
    await forgetFiles(tx, { agencyId, ticketId: id })
    await emptyTicket(tx, { agencyId, id, at })
    await addEvent(tx, { agencyId, ticketId: id, kind: 'moved', by: ctx.actor, at })
    // What was released of it is no longer public.
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'ticket.moved',
      object: { kind: 'ticket', id },
      detail: { reference: ticket.reference },
    })
    return ok(null)
  })
}
