import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../../assessments.policy.ts'
import type { AnswersError } from '../answers.errors.ts'
import { holdBatch } from '../answers.queries.server.ts'
import { foldSums, markWithdrawn } from '../answers.repo.server.ts'
import { countBytes, negated } from '../plain-counts.domain.ts'

/** Takes the answers of one file and instrument out of the sums. They stay where they are, marked as withdrawn. */
export function withdrawAnswers(
  ctx: Ctx,
  { batchId }: { batchId: string },
): Promise<Result<{ year: number }, AnswersError>> {
  return inTransaction<{ year: number }, AnswersError>(ctx, async (tx) => {
    const refusal = refusalOf(ASSESSMENTS_POLICY, 'answers.import', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const held = await holdBatch(tx, agencyId, batchId)
    if (!held) return err({ code: 'answers.no-batch' })
    if (held.isWithdrawn) return err({ code: 'answers.withdrawn-already' })
    const { year, batch } = held
    await foldSums(tx, { agencyId, year, counts: negated(countBytes(batch)) })
    await markWithdrawn(tx, { agencyId, id: batchId, at: ctx.now(), by: ctx.actor.name })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'answers.withdrawn',
      object: { kind: 'answer-batch', id: batchId },
      detail: { year, instrument: batch.instrument, respondents: batch.nRespondents },
    })
    return ok({ year })
  })
}
