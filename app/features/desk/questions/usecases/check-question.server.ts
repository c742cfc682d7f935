import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { actRefusal } from '../../tickets/changing-ticket.server.ts'
import { holdTicket } from '../../tickets/ticket.repo.server.ts'

/** Asks whether a question page may be made of a ticket as it was seen; changes nothing. */
export function checkQuestion(
  ctx: Ctx,
  { id, seenVersion }: Readonly<{ id: string; seenVersion: number }>,
): Promise<Result<null, DeskError>> {
  return inTransaction<null, DeskError>(ctx, async (tx) => {
    const ticket = await holdTicket(tx, ctx.agency.id, id)
    if (!ticket) return err({ code: 'ticket.unknown' })
    const refusal = actRefusal(ctx, 'question', ticket, seenVersion)
    return refusal ? err(refusal) : ok(null)
  })
}
