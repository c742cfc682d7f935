import { ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { onTicket } from '../../tickets/changing-ticket.server.ts'

/** Notes at a ticket which page of the site was made of it. */
export const noteQuestion = (
  ctx: Ctx,
  { id, pageId }: Readonly<{ id: string; pageId: string }>,
): Promise<Result<null, DeskError>> =>
  onTicket(ctx, 'question', { id, seenVersion: null }, async () =>
    ok({
      event: { kind: 'question', detail: { pageId } },
      audit: { action: 'ticket.question-made', detail: { pageId } },
    }),
  )
