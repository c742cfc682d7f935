import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueIn } from '../../../catalogue/index.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../../assessments.policy.ts'
import type { AnswersError } from '../answers.errors.ts'
import { answersOf } from '../answers.queries.server.ts'
import { saveTarget } from '../answers.repo.server.ts'
import { surveyOf } from '../plan-answers.server.ts'
import type { SurveyInstrument } from '../survey.domain.ts'

const MOST = 10_000_000

export type SetAnswerTarget = Readonly<{ year: number; instrument: SurveyInstrument; nRequired: number }>

/** Sets how many had to answer. No source states the rule, so it is somebody's word: the log keeps whose, and what it was. */
export function setAnswerTarget(
  ctx: Ctx,
  { year, instrument, nRequired }: SetAnswerTarget,
): Promise<Result<null, AnswersError>> {
  return inTransaction<null, AnswersError>(ctx, async (tx) => {
    const refusal = refusalOf(ASSESSMENTS_POLICY, 'answers.import', ctx.actor)
    if (refusal) return err(refusal)
    if (!Number.isSafeInteger(nRequired) || nRequired < 1 || nRequired > MOST)
      return err({ code: 'answers.bad-target' })
    const agencyId = ctx.agency.id
    if (!surveyOf(await catalogueIn(tx, agencyId), year)) return err({ code: 'answers.no-form' })
    await holdAgency(tx, agencyId)
    const was = (await answersOf(tx, agencyId, year)).targets.get(instrument)?.nRequired ?? null
    if (was === nRequired) return ok(null)
    await saveTarget(tx, { agencyId, year, instrument, nRequired, at: ctx.now(), by: ctx.actor.name })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'answer-target.changed',
      object: { kind: 'answer-target', id: `${year}:${instrument}` },
      detail: { was, now: nRequired },
    })
    return ok(null)
  })
}
