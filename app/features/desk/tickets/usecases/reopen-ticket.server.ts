import { ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { holidaysWithin } from '../../../people/index.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { readDeskSettings } from '../../settings/desk-settings.repo.server.ts'
import { onTicket } from '../changing-ticket.server.ts'
import { reopened } from '../reopening.domain.ts'
import { typedWords } from '../typed-words.domain.ts'

/** Opens a ticket again that was answered, closed or merged, by staff, who say why. */
export const reopenTicket = (
  ctx: Ctx,
  { id, seenVersion, reason }: Readonly<{ id: string; seenVersion: number; reason: string }>,
): Promise<Result<null, DeskError>> =>
  onTicket(ctx, 'reopen', { id, seenVersion }, async (tx, ticket) => {
    const words = typedWords('reason', reason, 'ticket.no-reason', 2000)
    if (!words.ok) return words
    const { settings } = await readDeskSettings(tx, ctx.agency.id)
    const holidays = await holidaysWithin(tx, ctx.agency.id)
    return ok({
      change: reopened(ticket, thaiDay(ctx.now()), { settings, holidays }),
      event: { kind: 'reopened', body: words.value, detail: { from: ticket.state } },
      audit: { action: 'ticket.reopened', detail: { from: ticket.state } },
    })
  })
