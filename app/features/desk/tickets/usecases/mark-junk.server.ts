import type { Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { onTicket } from '../changing-ticket.server.ts'
import { decideJunk } from '../ending.server.ts'

/** Marks a ticket as no real one. */
export const markJunk = (
  ctx: Ctx,
  { id, seenVersion, reason }: Readonly<{ id: string; seenVersion: number; reason: string }>,
): Promise<Result<null, DeskError>> =>
  onTicket(ctx, 'junk', { id, seenVersion }, async (_tx, ticket) => decideJunk(ticket, reason))
