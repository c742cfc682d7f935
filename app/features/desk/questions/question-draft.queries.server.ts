import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { DeskError } from '../desk.errors.ts'
import { DESK_POLICY } from '../desk.policy.ts'
import { listEvents } from '../tickets/event.queries.server.ts'
import { findTicketRow } from '../tickets/ticket.queries.server.ts'
import { type MarkedPart, markedParts } from './personal-data.domain.ts'

/** What a question page would begin with: words of the person and the last answer, with what may tell who they are marked. */
export type QuestionDraft = Readonly<{
  question: string
  answer: string
  marked: Readonly<{ question: readonly MarkedPart[]; answer: readonly MarkedPart[] }>
}>

export async function findQuestionDraft(ctx: Ctx, id: string): Promise<Result<QuestionDraft, DeskError>> {
  const refusal = refusalOf(DESK_POLICY, 'ticket.release', ctx.actor)
  if (refusal) return err(refusal)
  const agencyId = ctx.agency.id
  return withAgency(ctx.db, agencyId, async (tx) => {
    const ticket = await findTicketRow(tx, agencyId, id)
    if (!ticket || ticket.body === null) return err({ code: 'ticket.unknown' })
    const events = await listEvents(tx, { agencyId, ticketIds: [id] })
    const question = ticket.body
    const answer = events.findLast(({ kind }) => kind === 'answer')?.text ?? ''
    return ok({
      question,
      answer,
      marked: { question: markedParts(question), answer: markedParts(answer) },
    })
  })
}
