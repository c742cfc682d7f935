import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueFor } from '../../../catalogue/index.server.ts'
import { ASSESSMENTS_POLICY } from '../../assessments.policy.ts'
import { scoresOf } from '../../score.queries.server.ts'
import type { AnswersError } from '../answers.errors.ts'
import { answersOf } from '../answers.queries.server.ts'
import { type AnswersFile, type AnswersPlan, planAnswers, readFile } from '../plan-answers.server.ts'

/** Reads a file of answers against those that are there. Writes nothing. */
export async function previewAnswers(
  ctx: Ctx,
  { bytes, year, agency }: AnswersFile,
): Promise<Result<AnswersPlan, AnswersError>> {
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'answers.import', ctx.actor)
  // Asked in a transaction, so that the refusal is kept.
  if (refusal) return inTransaction<AnswersPlan, AnswersError>(ctx, async () => err(refusal))
  const file = await readFile(bytes, year, await catalogueFor(ctx))
  if (!file.ok) return file
  return inTransaction<AnswersPlan, AnswersError>(ctx, async (tx) => {
    const planned = planAnswers(file.value, agency, {
      answers: await answersOf(tx, ctx.agency.id, year),
      scores: await scoresOf(tx, ctx.agency.id, year),
    })
    return planned.ok ? ok(planned.value.plan) : planned
  })
}
