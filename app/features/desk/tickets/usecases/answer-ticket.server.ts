import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { SentFile } from '../../../evidence/index.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import type { DeskTools } from '../../desk-tools.server.ts'
import { giveBackFiles, takeFiles } from '../../files/take-files.server.ts'
import { mailFollowers } from '../answering.server.ts'
import { actRefusal, keepDecided } from '../changing-ticket.server.ts'
import { firstAnswer, stateAfterAnswer } from '../ticket.domain.ts'
import { holdTicket } from '../ticket.repo.server.ts'
import { typedWords } from '../typed-words.domain.ts'

export type AnswerTicket = Readonly<{
  id: string
  seenVersion: number
  text: string
  /** `interim` promises more, `last` closes the ticket with the answer. */
  final: 'interim' | 'answer' | 'last'
  files: readonly SentFile[]
}>

/**
 * Answers who came with a ticket, at the follow-up page and by mail where there is an address; so are those answered whose
 * tickets were merged into it. Gives how many letters were written.
 */
export async function answerTicket(
  ctx: Ctx,
  tools: DeskTools,
  { id, seenVersion, text, final, files }: AnswerTicket,
): Promise<Result<Readonly<{ mailed: number }>, DeskError>> {
  const taken = await takeFiles(ctx, tools, files)
  if (!taken.ok) return err({ code: 'desk.faults', faults: { files: taken.error } })
  const answered = await inTransaction<Readonly<{ mailed: number }>, DeskError>(ctx, async (tx) => {
    const ticket = await holdTicket(tx, ctx.agency.id, id)
    if (!ticket) return err({ code: 'ticket.unknown' })
    const refusal = actRefusal(ctx, 'answer', ticket, seenVersion)
    if (refusal) return err(refusal)
    const words = typedWords('text', text, 'ticket.no-body')
    if (!words.ok) return words
    const today = thaiDay(ctx.now())
    const state = stateAfterAnswer(final)
    const mailed = await mailFollowers(tx, ctx, tools, {
      ticket,
      what: final === 'interim' ? 'interim' : 'answer',
      text: words.value,
      files: files.length,
    })
    await keepDecided(tx, ctx, ticket, {
      change: {
        state,
        ...(final !== 'interim' && ticket.answeredOn === null && firstAnswer(ticket, today)),
        ...(final === 'last' && { closedOn: today }),
      },
      event: { kind: 'answer', body: words.value, detail: { final, mailed }, files: taken.value },
      audit: { action: 'ticket.answered', detail: { final, mailed, files: files.length } },
    })
    return ok({ mailed })
  })
  if (!answered.ok) await giveBackFiles(ctx, tools, taken.value)
  else if (taken.value.length > 0) tools.stored()
  return answered
}
