import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import type { ScoreError } from '../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import type { ColumnMapping } from '../reading/mapping.domain.ts'
import { readFigures } from '../reading/read-figures.server.ts'
import { ownFigures, type PreviewedScores, previewOf } from '../reading/result-plan.server.ts'
import { resultsOfYears } from '../results/year-results.queries.server.ts'

/** Reads a file of results against those that are there. Writes nothing. Without a mapping it is guessed. */
export async function previewScores(
  ctx: Ctx,
  { bytes, mapping = null }: { bytes: Uint8Array; mapping?: ColumnMapping | null },
): Promise<Result<PreviewedScores, ScoreError>> {
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor)
  // Asked in a transaction, so that the refusal is kept.
  if (refusal) return inTransaction<PreviewedScores, ScoreError>(ctx, async () => err(refusal))
  const catalogue = await catalogueFor(ctx)
  const figures = await readFigures(bytes, { catalogue, mapping })
  if (!figures.ok) return figures
  const read = ownFigures(figures.value)
  if (!read.ok) return read
  return inTransaction<PreviewedScores, ScoreError>(ctx, async (tx) =>
    ok(previewOf(read.value, await resultsOfYears(tx, ctx.agency.id, read.value.years), catalogue)),
  )
}
