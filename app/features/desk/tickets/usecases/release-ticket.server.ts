import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { findPersonalData } from '../../questions/personal-data.domain.ts'
import { onTicket } from '../changing-ticket.server.ts'
import { typedWords } from '../typed-words.domain.ts'

/** Writes what the public may read of a ticket with a place (Open311); an empty text takes it back. */
export const releaseTicket = (
  ctx: Ctx,
  {
    id,
    seenVersion,
    text,
    confirmed,
  }: Readonly<{ id: string; seenVersion: number; text: string; confirmed: boolean }>,
): Promise<Result<null, DeskError>> =>
  onTicket(ctx, 'release', { id, seenVersion }, async () => {
    const words = typedWords('text', text, null, 4000)
    if (!words.ok) return words
    if (!confirmed && findPersonalData(words.value).length > 0)
      return err({ code: 'desk.faults', faults: { text: 'ticket.personal-data' } })
    const isReleased = words.value !== ''
    return ok({
      change: { releasedText: words.value || null },
      event: { kind: 'released', detail: { isReleased } },
      audit: { action: 'ticket.released', detail: { isReleased } },
    })
  })
