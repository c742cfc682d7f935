import type { Score } from '../../app/features/assessments/index.ts'
import { itemRef } from '../../app/kernel/item-ref.ts'

/** A score of a sheet, as it is kept; of 100. `n` is how many answered. */
const aScore = (year: number, code: string, value: string, n: number | null = null): Score => ({
  id: `${year}:${code}`,
  year,
  ref: itemRef(year, code),
  value,
  nAnswered: n,
  nRequired: null,
  source: { fileName: 'scores.csv', sheet: null, row: 2, importedAt: new Date('2024-10-01T03:00:00Z') },
})

/** Scores of one year by code: `['e1', '77.33', 412]`. */
export const yearScores = (
  year: number,
  ...scores: readonly (readonly [code: string, value: string, n?: number])[]
): { year: number; scores: readonly Score[]; totals: readonly [] } => ({
  year,
  scores: scores.map(([code, value, n]) => aScore(year, code, value, n ?? null)),
  totals: [],
})
