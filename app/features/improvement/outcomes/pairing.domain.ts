import { type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import type { Score } from '../../assessments/index.ts'
import {
  byComparability,
  type Catalogue,
  type CrosswalkPair,
  relationBetween,
  traceItem,
} from '../../catalogue/index.ts'

/** An imported result that can stand before another one. The relation is read from the earlier to the later. */
export type EarlierScore = Readonly<{ score: Score; relation: CrosswalkPair }>
/** Why nothing can stand before: the year before asks no such thing, it is not known whether it does, or no result was imported. */
export type WhyNone = 'not-asked' | 'not-known' | 'not-imported'

/** Results of earlier years that the crosswalk leads to from a later one: the latest year first, then what compares best. */
export const earlierScores = (
  catalogue: Catalogue,
  scores: readonly Score[],
  after: Score,
): readonly EarlierScore[] =>
  scores
    .filter(({ year }) => year < after.year)
    .flatMap((score): EarlierScore[] => {
      const relation = relationBetween(catalogue, score.ref, after.ref)
      return relation ? [{ score, relation }] : []
    })
    .toSorted((a, b) => b.score.year - a.score.year || byComparability(a.relation, b.relation))

/** Why there is no earlier result for an item or indicator, judged by the year right before it. */
export function whyNoEarlier(catalogue: Catalogue, after: ItemRef): WhyNone {
  const before = traceItem(catalogue, after).findLast(({ year }) => year < yearOf(after))
  if (!before || before.standing === 'not-known') return 'not-known'
  return before.standing === 'asked' ? 'not-imported' : 'not-asked'
}
