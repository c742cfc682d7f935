import type { Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { type Assignment, decideAssignment } from '../assigning.server.ts'
import { onTicket } from '../changing-ticket.server.ts'

/** Gives a ticket to a unit, to an officer, or to both. */
export const assignTicket = (
  ctx: Ctx,
  { id, seenVersion, ...assignment }: Assignment & Readonly<{ id: string; seenVersion: number }>,
): Promise<Result<null, DeskError>> =>
  onTicket(ctx, 'assign', { id, seenVersion }, (tx, ticket) => decideAssignment(tx, ctx, ticket, assignment))
