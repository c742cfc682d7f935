import type { Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import type { DeskTools } from '../../desk-tools.server.ts'
import { mailFollowers } from '../answering.server.ts'
import { onTicket } from '../changing-ticket.server.ts'
import { decideClosing } from '../ending.server.ts'

/** Closes a ticket, and writes the reason to who followed it, where one is given. */
export const closeTicket = (
  ctx: Ctx,
  tools: Pick<DeskTools, 'followUpAddress'>,
  { id, seenVersion, reason }: Readonly<{ id: string; seenVersion: number; reason: string }>,
): Promise<Result<null, DeskError>> =>
  onTicket(ctx, 'close', { id, seenVersion }, async (tx, ticket) => {
    const decided = decideClosing(ctx, ticket, reason)
    if (decided.ok && decided.value.event.body)
      await mailFollowers(tx, ctx, tools, {
        ticket,
        what: 'closed',
        text: decided.value.event.body,
        files: 0,
      })
    return decided
  })
