import { ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { onTicket } from '../changing-ticket.server.ts'

/** Notes that work on a ticket began. */
export const startTicket = (
  ctx: Ctx,
  seen: Readonly<{ id: string; seenVersion: number }>,
): Promise<Result<null, DeskError>> =>
  onTicket(ctx, 'start', seen, async () =>
    ok({
      change: { state: 'in-progress' },
      event: { kind: 'changed', detail: { state: 'in-progress' } },
      audit: { action: 'ticket.started', detail: {} },
    }),
  )
