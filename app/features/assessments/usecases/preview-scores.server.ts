import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import type { ScoreError } from '../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { type PreviewedScores, previewOf, readScoreFile } from '../read-score-file.server.ts'
import { scoresOf } from '../score.queries.server.ts'

/** Reads a sheet of scores against those that are there. Writes nothing. */
export async function previewScores(
  ctx: Ctx,
  { bytes }: { bytes: Uint8Array },
): Promise<Result<PreviewedScores, ScoreError>> {
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor)
  // Asked in a transaction, so that the refusal is kept.
  if (refusal) return inTransaction<PreviewedScores, ScoreError>(ctx, async () => err(refusal))
  const read = await readScoreFile(bytes, await catalogueFor(ctx))
  if (!read.ok) return read
  return inTransaction<PreviewedScores, ScoreError>(ctx, async (tx) =>
    ok(previewOf(read.value, await scoresOf(tx, ctx.agency.id))),
  )
}
