import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { forgetTyped, holidaysWithin } from '../../../people/index.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { forgetFiles } from '../../files/file.repo.server.ts'
import { readDeskSettings } from '../../settings/desk-settings.repo.server.ts'
import { keepDecided } from '../../tickets/changing-ticket.server.ts'
import { addEvent } from '../../tickets/event.repo.server.ts'
import { reopened } from '../../tickets/reopening.domain.ts'
import { holdTickets } from '../../tickets/ticket.repo.server.ts'
import { emptyTicket, listMergedInto } from '../moving.repo.server.ts'

/** Takes text, names and files of a ticket out of the desk, once they are sealed elsewhere. */
export function finishMove(ctx: Ctx, id: string): Promise<Result<null, DeskError>> {
  return inTransaction<null, DeskError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const held = await holdTickets(tx, agencyId, [id, ...(await listMergedInto(tx, { agencyId, id }))])
    const ticket = held.find((one) => one.id === id)
    if (!ticket) return err({ code: 'ticket.unknown' })
    if (ticket.state === 'moved') return ok(null)
    if (ticket.movingAt === null) return err({ code: 'ticket.state' })
    const at = ctx.now()
    await forgetFiles(tx, { agencyId, ticketId: id })
    await emptyTicket(tx, { agencyId, id, at })
    await addEvent(tx, { agencyId, ticketId: id, kind: 'moved', by: ctx.actor, at })
    await forgetTyped(tx, { agencyId, page: `/office/desk/tickets/${id}` })
    const { settings } = await readDeskSettings(tx, agencyId)
    const standing = { settings, holidays: await holidaysWithin(tx, agencyId) }
    // Who came with the same has no part in what was moved: theirs waits here again, until it is moved, too.
    for (const other of held.filter(({ state }) => state === 'merged'))
      await keepDecided(tx, ctx, other, {
        change: reopened(other, thaiDay(at), standing),
        event: { kind: 'reopened', detail: { from: 'merged' } },
        audit: { action: 'ticket.reopened', detail: { from: 'merged' } },
      })
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
