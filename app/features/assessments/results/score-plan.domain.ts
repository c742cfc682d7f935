import type { Score } from '../score.domain.ts'
import type { PrintedTotal } from './result.domain.ts'

type Placed = Readonly<{ sheet: string | null; row: number }>
/** A row of a file as it will be kept. */
export type ReadScore = Omit<Score, 'id' | 'source'> & Placed
export type ReadTotal = Omit<PrintedTotal, 'id' | 'source'> & Placed

/** Added, or in place of another value of the same thing, which stays, superseded. */
type Change = Readonly<{ kind: 'added' | 'corrected'; was: string | null }>
export type PlannedScore = ReadScore & Change
export type PlannedTotal = ReadTotal & Change

/** What a file would do to the results that are there. */
export type ScorePlan = Readonly<{
  scores: readonly PlannedScore[]
  totals: readonly PlannedTotal[]
  unchanged: number
}>

type Counted = 'value' | 'nAnswered' | 'nRequired'
export type Standing = Readonly<{
  scores: readonly Pick<Score, 'ref' | Counted>[]
  totals: readonly Pick<PrintedTotal, 'year' | 'part' | 'outOf' | Counted>[]
}>

export function planScores(
  read: Readonly<{ scores: readonly ReadScore[]; totals: readonly ReadTotal[] }>,
  there: Standing,
): ScorePlan {
  const scores = changes(read.scores, there.scores, ({ ref }) => ref)
  const totals = changes(read.totals, there.totals, ({ year, part }) => `${year} ${part}`)
  return {
    scores,
    totals,
    unchanged: read.scores.length + read.totals.length - scores.length - totals.length,
  }
}

type Figure = Readonly<{
  value: string
  nAnswered: number | null
  nRequired: number | null
  outOf?: string | null
}>

function changes<Read extends Figure, Known extends Figure>(
  read: readonly Read[],
  there: readonly Known[],
  keyOf: (figure: Read | Known) => string,
): readonly (Read & Change)[] {
  const known = new Map(there.map((figure) => [keyOf(figure), figure]))
  return read.flatMap((figure): (Read & Change)[] => {
    const was = known.get(keyOf(figure))
    if (!was) return [{ ...figure, kind: 'added', was: null }]
    const isSame =
      was.value === figure.value &&
      was.outOf === figure.outOf &&
      was.nAnswered === figure.nAnswered &&
      was.nRequired === figure.nRequired
    return isSame ? [] : [{ ...figure, kind: 'corrected', was: was.value }]
  })
}
