import type { DecimalText } from '../../kernel/decimal.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'

/** A score of the assessment as it was imported, with where it stands in its source. */
export type Score = Readonly<{
  id: string
  /** Framework year, B.E. */
  year: number
  /** Item or indicator. */
  ref: ItemRef
  /** Of 100, with two places. */
  value: DecimalText
  nAnswered: number | null
  nRequired: number | null
  source: Readonly<{ fileName: string; sheet: string | null; row: number; importedAt: Date }>
}>

/** A row of a file as it will be kept. */
export type ReadScore = Omit<Score, 'id' | 'source'> & Readonly<{ sheet: string | null; row: number }>

export type PlannedScore = ReadScore &
  Readonly<{
    /** Added, or in place of another value of the same item, which stays, superseded. */
    kind: 'added' | 'corrected'
    was: DecimalText | null
  }>

/** What a file would do to the scores that are there. */
export type ScorePlan = Readonly<{ scores: readonly PlannedScore[]; unchanged: number }>

export function planScores(
  read: readonly ReadScore[],
  there: readonly Pick<Score, 'ref' | 'value' | 'nAnswered' | 'nRequired'>[],
): ScorePlan {
  const known = new Map(there.map((score) => [score.ref, score]))
  const planned = read.flatMap((score): PlannedScore[] => {
    const was = known.get(score.ref)
    if (!was) return [{ ...score, kind: 'added', was: null }]
    const isSame =
      was.value === score.value && was.nAnswered === score.nAnswered && was.nRequired === score.nRequired
    return isSame ? [] : [{ ...score, kind: 'corrected', was: was.value }]
  })
  return { scores: planned, unchanged: read.length - planned.length }
}
