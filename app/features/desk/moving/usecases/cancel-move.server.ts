import { ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdTicket } from '../../tickets/ticket.repo.server.ts'
import { setMoving } from '../moving.repo.server.ts'

/** Takes back that a ticket is on its way: it was not taken, and is where it was. */
export function cancelMove(ctx: Ctx, id: string): Promise<Result<null, never>> {
  return inTransaction<null, never>(ctx, async (tx) => {
    const ticket = await holdTicket(tx, ctx.agency.id, id)
    if (ticket?.movingAt && ticket.state !== 'moved')
      await setMoving(tx, { agencyId: ctx.agency.id, id, at: null })
    return ok(null)
  })
}
