import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { catalogueFor, catalogueStamp } from '../../catalogue/index.server.ts'
import { holdAgency } from '../../people/index.server.ts'
import type { ScoreError } from '../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import type { ColumnMapping } from '../reading/mapping.domain.ts'
import { readFigures } from '../reading/read-figures.server.ts'
import { ownFigures, previewOf } from '../reading/result-plan.server.ts'
import { resultsOfYears } from '../results/year-results.queries.server.ts'
import { saveScores, saveTotals } from '../score.repo.server.ts'
import { removeUpload } from '../uploads/upload.repo.server.ts'

export type ImportScores = Readonly<{
  bytes: Uint8Array
  fileName: string
  /** Where the figures come from, in the words of who imports them. */
  sourceNote: string | null
  /** What the preview of this very file said it would do (`PreviewedScores.seen`). */
  seen: string
  /** How it is read; without one it is guessed. */
  mapping?: ColumnMapping | null
  /** The file as it waits here: it goes with the import, so that it is imported once. */
  uploadId?: string
}>
export type ImportedScores = Readonly<{ added: number; corrected: number }>

/** Does what a preview showed, whole or not at all. Refused when it would do anything else by now. */
export async function importScores(
  ctx: Ctx,
  { bytes, fileName, sourceNote, seen, mapping = null, uploadId }: ImportScores,
): Promise<Result<ImportedScores, ScoreError>> {
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor)
  // Asked in a transaction, so that the refusal is kept.
  if (refusal) return inTransaction<ImportedScores, ScoreError>(ctx, async () => err(refusal))
  const catalogue = await catalogueFor(ctx)
  const figures = await readFigures(bytes, { catalogue, mapping })
  if (!figures.ok) return figures
  const read = ownFigures(figures.value)
  if (!read.ok) return read
  return inTransaction<ImportedScores, ScoreError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    if (uploadId !== undefined && !(await removeUpload(tx, agencyId, uploadId)))
      return err({ code: 'upload.gone', cells: [] })
    const there = await resultsOfYears(tx, agencyId, read.value.years)
    const previewed = previewOf(read.value, there, catalogue)
    if (previewed.seen !== seen) return err({ code: 'score.changed-since', cells: [] })
    const { scores, totals } = previewed.plan
    const { sha256 } = read.value
    const at = ctx.now()
    const importId = await saveScores(tx, {
      agencyId,
      scores,
      fileName: fileName.replace(/\p{Cc}/gu, '').slice(0, 200) || sha256,
      sha256,
      catalogue: catalogueStamp(catalogue),
      sourceNote,
      mapping: read.value.mapping,
      at,
      by: ctx.actor.name,
    })
    await saveTotals(tx, { agencyId, importId, totals, at })
    const changed = [...scores, ...totals]
    const corrected = changed.filter(({ kind }) => kind === 'corrected').length
    const counts = { added: changed.length - corrected, corrected }
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'score-sheet.imported',
      object: { kind: 'score-sheet', id: sha256 },
      detail: { rows: previewed.rows, ...counts },
    })
    return ok(counts)
  })
}
