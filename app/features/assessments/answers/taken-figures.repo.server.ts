import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { CatalogueStamp } from '../../catalogue/index.ts'
import { saveScores, saveTotals } from '../score.repo.server.ts'
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
  // There is no sheet: the row is the place among what was computed.
  const rows = figures.map(({ of, value, nAnswered, nRequired }, index) => ({
    of,
    row: { year, value, nAnswered, nRequired, sheet: null, row: index + 1 },
  }))
  const importId = await saveScores(tx, {
    ...input,
    agencyId,
    at,
    kind: 'answers',
    sourceNote: null,
    scores: rows.flatMap(({ of, row }) => (of.kind === 'score' ? [{ ...row, ref: of.ref }] : [])),
  })
  const totals = rows.flatMap(({ of, row }) =>
    of.kind === 'total' ? [{ ...row, part: of.part, outOf: of.part === 'level' ? null : '100' }] : [],
  )
  await saveTotals(tx, { agencyId, importId, totals, at })
}
