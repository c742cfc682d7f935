import { compareDecimal } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import {
  type Catalogue,
  type CrosswalkPair,
  type Framework,
  frameworkOf,
  frameworkYears,
  type Item,
  traceItem,
} from '../../catalogue/index.ts'
import type { YearResults } from '../results/result.domain.ts'
import type { Score } from '../score.domain.ts'
import { boundOf } from './bound.domain.ts'

/** An item of which it matters whether it is asked again: it came out weak, or an issue cites what the public sees. */
export type WatchedItem = Readonly<{
  item: Item
  score: Score | null
  /** Its score is known and below the bound. */
  isWeak: boolean
  isCited: boolean
}>
export type AskedOtherwise = WatchedItem &
  Readonly<{ replacedBy: readonly Readonly<{ item: Item; relation: CrosswalkPair }>[] }>

export type BlindSpots = Readonly<{
  /** The framework year that comes next; null where none is known. */
  nextYear: number | null
  /** Not asked by it: nobody will see whether they become better. */
  gone: readonly WatchedItem[]
  /** A question that may not be compared stands in their place. */
  otherwise: readonly AskedOtherwise[]
  /** Nobody has seen yet whether the next year asks them. */
  notKnown: readonly WatchedItem[]
}>

/**
 * Blind spots of one year's results: weak items, and items of the public's view that issues cite, which the next framework
 * year no longer measures. `cited` are the items that issues of the agency cite; others than of this year are left out.
 */
export function blindSpotsOf(
  catalogue: Catalogue,
  results: YearResults,
  cited: ReadonlySet<ItemRef>,
): BlindSpots {
  const nextYear = frameworkYears(catalogue).find((year) => year > results.year) ?? null
  const watched = watchedItems(catalogue, results, cited)
  const gone: WatchedItem[] = []
  const otherwise: AskedOtherwise[] = []
  const notKnown: WatchedItem[] = []
  for (const one of watched) {
    const then = traceItem(catalogue, one.item.ref).find(({ year }) => year === nextYear)
    if (!then || then.standing === 'not-known') notKnown.push(one)
    else if (then.standing === 'not-asked') gone.push(one)
    else if (then.items.every(({ relation }) => relation.comparable === 'no'))
      otherwise.push({ ...one, replacedBy: then.items })
  }
  return { nextYear, gone, otherwise, notKnown }
}

function watchedItems(
  catalogue: Catalogue,
  { year, scores }: YearResults,
  cited: ReadonlySet<ItemRef>,
): readonly WatchedItem[] {
  const framework: Framework | null = frameworkOf(catalogue, year)
  if (!framework) return []
  const bound = boundOf(framework)
  const scoreOf = new Map(scores.map((score) => [score.ref, score]))
  return framework.items.flatMap((item) => {
    const score = scoreOf.get(item.ref) ?? null
    const isWeak = score !== null && bound !== null && compareDecimal(score.value, bound.value) < 0
    const isCited = cited.has(item.ref)
    return isWeak || (isCited && item.instrument === 'EIT') ? [{ item, score, isWeak, isCited }] : []
  })
}
