import { type Catalogue, type Comparable, relationBetween } from '../catalogue/index.ts'
import type { ScoreFact } from '../improvement/index.ts'

/**
 * Whether the two values of a pair answer the same question. Unknown when either side names no item, or when the
 * crosswalk says nothing about the two: silence is no proof that they compare.
 */
export function comparabilityOf(catalogue: Catalogue, fact: ScoreFact): Comparable {
  const from = fact.before?.of ?? null
  const to = fact.after.of
  if (from === null || to === null) return 'unknown'
  return relationBetween(catalogue, from, to)?.comparable ?? 'unknown'
}
