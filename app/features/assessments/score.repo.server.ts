import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/tenant.server.ts'
import type { CatalogueStamp } from '../catalogue/index.ts'
import type { PlannedScore } from './score.domain.ts'

// One statement takes at most 65,535 values.
const ROWS_A_STATEMENT = 2000

export type NewScores = Readonly<{
  agencyId: string
  scores: readonly PlannedScore[]
  fileName: string
  sha256: string
  catalogue: CatalogueStamp
  sourceNote: string | null
  at: Date
  by: string
}>

/** Keeps the scores of one file. What they correct is superseded, never written over. */
export async function saveScores(tx: Tx, input: NewScores): Promise<void> {
  const { agencyId, scores, at } = input
  const importId = randomUUID()
  await tx
    .insertInto('score_import')
    .values({
      agency_id: agencyId,
      id: importId,
      file_name: input.fileName,
      sha256: input.sha256,
      catalogue: JSON.stringify(input.catalogue),
      source_note: input.sourceNote,
      imported_at: at,
      imported_by: input.by,
    })
    .execute()
  for (let from = 0; from < scores.length; from += ROWS_A_STATEMENT) {
    const portion = scores.slice(from, from + ROWS_A_STATEMENT)
    await tx
      .updateTable('assessment_score')
      .set({ superseded_at: at })
      .where('agency_id', '=', agencyId)
      .where('superseded_at', 'is', null)
      .where(
        'ref',
        'in',
        portion.map(({ ref }) => ref),
      )
      .execute()
    await tx
      .insertInto('assessment_score')
      .values(
        portion.map((score) => ({
          agency_id: agencyId,
          id: randomUUID(),
          import_id: importId,
          year: score.year,
          ref: score.ref,
          value: score.value,
          n_answered: score.nAnswered,
          n_required: score.nRequired,
          sheet: score.sheet,
          row_number: score.row,
        })),
      )
      .execute()
  }
}
