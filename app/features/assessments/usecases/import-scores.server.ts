import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { catalogueFor, catalogueStamp } from '../../catalogue/index.server.ts'
import { holdAgency } from '../../people/index.server.ts'
import type { ScoreError } from '../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { previewOf, readScoreFile } from '../read-score-file.server.ts'
import { scoresOf } from '../score.queries.server.ts'
import { saveScores } from '../score.repo.server.ts'

export type ImportScores = Readonly<{
  bytes: Uint8Array
  fileName: string
  /** Where the figures come from, in the words of who imports them. */
  sourceNote: string | null
  /** What the preview of this very file said it would do (`PreviewedScores.seen`). */
  seen: string
}>
export type ImportedScores = Readonly<{ added: number; corrected: number }>

/** Does what a preview showed, whole or not at all. Refused when it would do anything else by now. */
export async function importScores(
  ctx: Ctx,
  { bytes, fileName, sourceNote, seen }: ImportScores,
): Promise<Result<ImportedScores, ScoreError>> {
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor)
  // Asked in a transaction, so that the refusal is kept.
  if (refusal) return inTransaction<ImportedScores, ScoreError>(ctx, async () => err(refusal))
  const catalogue = await catalogueFor(ctx)
  const read = await readScoreFile(bytes, catalogue)
  if (!read.ok) return read
  return inTransaction<ImportedScores, ScoreError>(ctx, async (tx) => {
    await holdAgency(tx, ctx.agency.id)
    const previewed = previewOf(read.value, await scoresOf(tx, ctx.agency.id))
    if (previewed.seen !== seen) return err({ code: 'score.changed-since', cells: [] })
    const { scores } = previewed.plan
    const { sha256 } = read.value
    await saveScores(tx, {
      agencyId: ctx.agency.id,
      scores,
      fileName: fileName.replace(/\p{Cc}/gu, '').slice(0, 200) || sha256,
      sha256,
      catalogue: catalogueStamp(catalogue),
      sourceNote,
      at: ctx.now(),
      by: ctx.actor.name,
    })
    const corrected = scores.filter(({ kind }) => kind === 'corrected').length
    const counts = { added: scores.length - corrected, corrected }
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'score-sheet.imported',
      object: { kind: 'score-sheet', id: sha256 },
      detail: { rows: previewed.rows, ...counts },
    })
    return ok(counts)
  })
}
