import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/tenant.server.ts'
import type { CatalogueStamp } from '../catalogue/index.ts'
import type { ColumnMapping } from './reading/mapping.domain.ts'
import type { ReadScore, ReadTotal } from './results/score-plan.domain.ts'

// One statement takes at most 65,535 values.
const ROWS_A_STATEMENT = 2000

export type NewScores = Readonly<{
  agencyId: string
  scores: readonly ReadScore[]
  fileName: string
  sha256: string
  catalogue: CatalogueStamp
  sourceNote: string | null
  /** Announced in a sheet, which it is when nothing is said, or computed here from answers. */
  kind?: 'sheet' | 'answers'
  /** How the file was read. */
  mapping?: ColumnMapping
  at: Date
  by: string
}>

/**
 * Keeps an import with the scores of its file, and answers its id. What they correct is superseded, never written over.
 */
export async function saveScores(tx: Tx, input: NewScores): Promise<string> {
  const { agencyId, scores, at } = input
  const importId = randomUUID()
  await tx
    .insertInto('score_import')
    .values({
      agency_id: agencyId,
      id: importId,
      kind: input.kind ?? 'sheet',
      file_name: input.fileName,
      sha256: input.sha256,
      catalogue: JSON.stringify(input.catalogue),
      source_note: input.sourceNote,
      mapping: input.mapping === undefined ? null : JSON.stringify(input.mapping),
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
  return importId
}

type NewTotals = Readonly<{
  agencyId: string
  importId: string
  totals: readonly ReadTotal[]
  at: Date
}>

/** Keeps what a file prints above its scores; likewise. */
export async function saveTotals(tx: Tx, { agencyId, importId, totals, at }: NewTotals): Promise<void> {
  for (const { year, part } of totals)
    await tx
      .updateTable('assessment_total')
      .set({ superseded_at: at })
      .where('agency_id', '=', agencyId)
      .where('year', '=', year)
      .where('part', '=', part)
      .where('superseded_at', 'is', null)
      .execute()
  if (totals.length === 0) return
  await tx
    .insertInto('assessment_total')
    .values(
      totals.map((total) => ({
        agency_id: agencyId,
        id: randomUUID(),
        import_id: importId,
        year: total.year,
        part: total.part,
        value: total.value,
        out_of: total.outOf,
        n_answered: total.nAnswered,
        n_required: total.nRequired,
        sheet: total.sheet,
        row_number: total.row,
      })),
    )
    .execute()
}
