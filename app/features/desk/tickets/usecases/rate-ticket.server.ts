import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import type { DeskTools } from '../../desk-tools.server.ts'
import { addEvent } from '../event.repo.server.ts'
import { findFollowed } from '../follow-up.queries.server.ts'
import { insertRating } from '../rating.repo.server.ts'
import { holdTicket } from '../ticket.repo.server.ts'
import { typedWords } from '../typed-words.domain.ts'

/** `score` from 1 to 5, as typed. */
export type RateTicket = Readonly<{
  reference: string
  secret: string
  score: string
  isSolved: boolean
  comment: string
}>

/** Keeps what the person thought of it once it was closed; once. */
export function rateTicket(
  ctx: Ctx,
  tools: Pick<DeskTools, 'numbers'>,
  { reference, secret, score, isSolved, comment }: RateTicket,
): Promise<Result<null, DeskError>> {
  return inTransaction<null, DeskError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const followed = await findFollowed(tx, ctx, tools, { reference, secret })
    const ticket = followed && (await holdTicket(tx, agencyId, followed.own.id))
    if (!followed || !ticket) return err({ code: 'ticket.unknown' })
    if ((followed.line.at(-1) ?? ticket).state !== 'closed') return err({ code: 'ticket.state' })
    if (!/^[1-5]$/.test(score)) return err({ code: 'desk.faults', faults: { score: 'ticket.bad-score' } })
    const words = typedWords('comment', comment, null, 2000)
    if (!words.ok) return words
    const at = ctx.now()
    const rating = { score: Number(score), isSolved, comment: words.value || null }
    if (!(await insertRating(tx, { agencyId, ticketId: ticket.id, ...rating, day: thaiDay(at) })))
      return err({ code: 'ticket.already-rated' })
    await addEvent(tx, {
      agencyId,
      ticketId: ticket.id,
      kind: 'rated',
      by: null,
      detail: { score: rating.score, isSolved },
      at,
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'ticket.rated',
      object: { kind: 'ticket', id: ticket.id },
      detail: { reference: ticket.reference, score: rating.score, isSolved },
    })
    return ok(null)
  })
}
