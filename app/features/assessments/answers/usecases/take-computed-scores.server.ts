import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { contentHash } from '../../../../platform/hash/content-hash.ts'
import { holdAgency } from '../../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../../assessments.policy.ts'
import type { AnswersError } from '../answers.errors.ts'
import { answersYearIn } from '../answers-year.server.ts'
import { saveTakenFigures } from '../taken-figures.repo.server.ts'

const LONGEST_NAME = 200

export type TakeComputedScores = Readonly<{
  /** Framework year, B.E. */
  year: number
  /** What was shown of it (`AnswersYear.seen`). */
  seen: string
}>
export type TakenScores = Readonly<{ added: number; corrected: number }>

/** Makes what was computed from answers the results of a year, exactly as it was shown: what is there already is superseded. */
export function takeComputedScores(
  ctx: Ctx,
  { year, seen }: TakeComputedScores,
): Promise<Result<TakenScores, AnswersError>> {
  return inTransaction<TakenScores, AnswersError>(ctx, async (tx) => {
    const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const found = await answersYearIn(tx, agencyId, year)
    if (!found) return err({ code: 'answers.no-form' })
    if (found.seen !== seen) return err({ code: 'answers.changed-since' })
    const { figures } = found.taking
    if (figures.length === 0) return err({ code: 'answers.nothing-to-take' })
    const standing = found.answers.batches.filter(({ withdrawn }) => withdrawn === null)
    const sha256 = contentHash(standing.map((batch) => [batch.instrument, batch.sha256]).sort())
    await saveTakenFigures(tx, {
      agencyId,
      year,
      figures,
      fileName: [...new Set(standing.map(({ fileName }) => fileName))].join(', ').slice(0, LONGEST_NAME),
      sha256,
      catalogue: found.stamp,
      at: ctx.now(),
      by: ctx.actor.name,
    })
    const corrected = figures.filter(({ change }) => change === 'corrected').length
    const counts = { added: figures.length - corrected, corrected }
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'computed-scores.taken',
      object: { kind: 'score-sheet', id: sha256 },
      detail: { year, files: standing.length, ...counts },
    })
    return ok(counts)
  })
}
