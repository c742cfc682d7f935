import { ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { onTicket } from '../changing-ticket.server.ts'
import { typedWords } from '../typed-words.domain.ts'

/** Writes a note for staff, which the person never reads. Two may do so at once. */
export const noteTicket = (
  ctx: Ctx,
  { id, text }: Readonly<{ id: string; text: string }>,
): Promise<Result<null, DeskError>> =>
  onTicket(ctx, 'note', { id, seenVersion: null }, async () => {
    const words = typedWords('text', text, 'ticket.no-body')
    if (!words.ok) return words
    return ok({
      event: { kind: 'note', body: words.value },
      audit: { action: 'ticket.noted', detail: {} },
    })
  })
