import { ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { onTicket } from '../changing-ticket.server.ts'

/** Takes a ticket back that was marked as junk: to who had it. */
export const restoreTicket = (
  ctx: Ctx,
  seen: Readonly<{ id: string; seenVersion: number }>,
): Promise<Result<null, DeskError>> =>
  onTicket(ctx, 'restore', seen, async (_tx, { unitId, officerId }) =>
    ok({
      change: { state: unitId === null && officerId === null ? 'new' : 'assigned' },
      event: { kind: 'restored' },
      audit: { action: 'ticket.restored', detail: {} },
    }),
  )
