import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueFor } from '../../../catalogue/index.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../../assessments.policy.ts'
import { scoresOf } from '../../score.queries.server.ts'
import type { AnswerBatch } from '../../scoring/option-counts.domain.ts'
import { removeUpload } from '../../uploads/upload.repo.server.ts'
import type { AnswersError } from '../answers.errors.ts'
import { answersOf } from '../answers.queries.server.ts'
import { foldSums, insertBatch } from '../answers.repo.server.ts'
import { type AnswersFile, obstacleTo, planAnswers, readFile } from '../plan-answers.server.ts'
import type { Respondents } from '../survey.domain.ts'

export type ImportAnswers = AnswersFile &
  Readonly<{
    fileName: string
    /** Where the answers come from, in the words of who imports them. */
    sourceNote: string | null
    /** What the preview of this very file said it would do (`AnswersPlan.seen`). */
    seen: string
    /** The file as it waits; it goes when its answers are in. */
    uploadId?: string
  }>

/** Does what a preview showed, whole or not at all: keeps the answers, and adds their counts to the sums. */
export async function importAnswers(
  ctx: Ctx,
  { bytes, year, agency, fileName, sourceNote, seen, uploadId }: ImportAnswers,
): Promise<Result<Respondents, AnswersError>> {
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'answers.import', ctx.actor)
  // Asked in a transaction, so that the refusal is kept.
  if (refusal) return inTransaction<Respondents, AnswersError>(ctx, async () => err(refusal))
  const file = await readFile(bytes, year, await catalogueFor(ctx))
  if (!file.ok) return file
  const { sha256 } = file.value.read
  return inTransaction<Respondents, AnswersError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const planned = planAnswers(file.value, agency, {
      answers: await answersOf(tx, agencyId, year),
      scores: await scoresOf(tx, agencyId, year),
    })
    if (!planned.ok) return planned
    const { plan, added, counts } = planned.value
    const obstacle = obstacleTo(plan)
    if (obstacle) return err(obstacle)
    if (plan.seen !== seen) return err({ code: 'answers.changed-since' })
    // Whoever cancelled it meanwhile did not want it in.
    if (uploadId !== undefined && !(await removeUpload(tx, agencyId, uploadId)))
      return err({ code: 'answers.no-upload' })
    const kept: { id: string; batch: AnswerBatch }[] = []
    for (const batch of added)
      kept.push({
        batch,
        id: await insertBatch(tx, {
          agencyId,
          year,
          batch,
          fileName: fileName.replace(/\p{Cc}/gu, '').slice(0, 200) || sha256,
          sha256,
          catalogue: file.value.stamp,
          sourceNote,
          at: ctx.now(),
          by: ctx.actor.name,
        }),
      })
    await foldSums(tx, { agencyId, year, counts })
    for (const { id, batch } of kept)
      await writeAudit(tx, {
        agencyId,
        actor: ctx.actor,
        action: 'answers.imported',
        object: { kind: 'answer-batch', id },
        detail: { year, instrument: batch.instrument, respondents: batch.nRespondents, sha256 },
      })
    return ok(plan.respondents.own)
  })
}
