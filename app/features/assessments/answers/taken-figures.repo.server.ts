import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { CatalogueStamp } from '../../catalogue/index.ts'
import type { PlannedFigure } from './taken-figures.domain.ts'

export type TakenFigures = Readonly<{
  agencyId: string
  year: number
  figures: readonly PlannedFigure[]
  /** Names the files of answers that they were computed from. */
  fileName: string
  /** Hash of what they were computed from. */
  sha256: string
  catalogue: CatalogueStamp
  at: Date
  by: string
}>

/** Keeps computed figures as results of the year. What they correct is superseded, never written over. */
export async function saveTakenFigures(
  tx: Tx,
  { agencyId, year, figures, at, ...input }: TakenFigures,
): Promise<void> {
  const importId = randomUUID()
  await tx
    .insertInto('score_import')
    .values({
      agency_id: agencyId,
      id: importId,
      kind: 'answers',
      file_name: input.fileName,
      sha256: input.sha256,
      catalogue: JSON.stringify(input.catalogue),
      source_note: null,
      imported_at: at,
      imported_by: input.by,
    })
    .execute()
  const common = (figure: PlannedFigure, row: number) => ({
    agency_id: agencyId,
    id: randomUUID(),
    import_id: importId,
    year,
    value: figure.value,
    n_answered: figure.nAnswered,
    n_required: figure.nRequired,
    // There is no sheet: the row is the place among what was computed.
    sheet: null,
    row_number: row,
  })
  const scores = figures.flatMap((figure, at) =>
    figure.of.kind === 'score' ? [{ ...common(figure, at + 1), ref: figure.of.ref }] : [],
  )
  const totals = figures.flatMap((figure, at) =>
    figure.of.kind === 'total'
      ? [
          {
            ...common(figure, at + 1),
            part: figure.of.part,
            out_of: figure.of.part === 'level' ? null : '100',
          },
        ]
      : [],
  )
  if (scores.length > 0) {
    await tx
      .updateTable('assessment_score')
      .set({ superseded_at: at })
      .where('agency_id', '=', agencyId)
      .where('superseded_at', 'is', null)
      .where(
        'ref',
        'in',
        scores.map(({ ref }) => ref),
      )
      .execute()
    await tx.insertInto('assessment_score').values(scores).execute()
  }
  if (totals.length > 0) {
    await tx
      .updateTable('assessment_total')
      .set({ superseded_at: at })
      .where('agency_id', '=', agencyId)
      .where('year', '=', year)
      .where('superseded_at', 'is', null)
      .where(
        'part',
        'in',
        totals.map(({ part }) => part),
      )
      .execute()
    await tx.insertInto('assessment_total').values(totals).execute()
  }
}
