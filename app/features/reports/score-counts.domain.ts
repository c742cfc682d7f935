import { compareDecimal } from '../../kernel/decimal.ts'
import type { ScoreRow } from './report.domain.ts'

/** How the score pairs of a chart stand: what a title may truthfully say about them. */
export type ScoreCounts = Readonly<{
  comparable: number
  rose: number
  fell: number
  unchanged: number
  notComparable: number
  unknown: number
  /** Scores without an earlier value. */
  single: number
}>

/** Only a comparable pair counts as a rise or a fall. */
export function countScores(rows: readonly ScoreRow[]): ScoreCounts {
  const pairs = rows.flatMap(({ before, after, comparable }) =>
    before === null ? [] : [{ before, after, comparable }],
  )
  const comparable = pairs.filter((pair) => pair.comparable === 'yes')
  const moved = (sign: -1 | 0 | 1) =>
    comparable.filter(({ before, after }) => compareDecimal(after, before) === sign).length
  return {
    comparable: comparable.length,
    rose: moved(1),
    fell: moved(-1),
    unchanged: moved(0),
    notComparable: pairs.filter((pair) => pair.comparable === 'no').length,
    unknown: pairs.filter((pair) => pair.comparable === 'unknown').length,
    single: rows.length - pairs.length,
  }
}
