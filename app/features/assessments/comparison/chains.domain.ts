import { type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import {
  byComparability,
  type Catalogue,
  type CrosswalkPair,
  frameworkOf,
  successors,
} from '../../catalogue/index.ts'

/** Items (or indicators) of several years in the order in which one leads to the next, and the relations between them. */
export type Chain = Readonly<{ refs: readonly ItemRef[]; links: readonly CrosswalkPair[] }>
export type Chains = Readonly<{
  chains: readonly Chain[]
  /** All relations from an item, and all to one. */
  outOf: ReadonlyMap<ItemRef, readonly CrosswalkPair[]>
  into: ReadonlyMap<ItemRef, readonly CrosswalkPair[]>
}>

/**
 * The relations between items of the given years, cut into chains: every item stands in one at least, every relation in
 * exactly one. Two items follow each other in a chain where each is the other's best; where several lead to one, or one to
 * several, the others make chains of their own that begin or end there.
 */
export function chainsOf(catalogue: Catalogue, years: readonly number[], of: 'items' | 'indicators'): Chains {
  const refs = years.flatMap((year) => frameworkOf(catalogue, year)?.[of].map(({ ref }) => ref) ?? [])
  const pairs = refs.flatMap((ref) => linksFrom(catalogue, ref, years))
  const outOf = Map.groupBy(pairs, ({ from }) => from)
  const into = Map.groupBy(pairs, ({ to }) => to as ItemRef)
  const best = (found: readonly CrosswalkPair[] | undefined) => found?.toSorted(byComparability)[0]
  const isBestOut = (pair: CrosswalkPair) => best(outOf.get(pair.from)) === pair
  const isBestIn = (pair: CrosswalkPair) => best(into.get(pair.to as ItemRef)) === pair

  const chains = refs.flatMap((ref): Chain[] => {
    const came = best(into.get(ref))
    // In the middle of a chain that begins elsewhere.
    if (came && isBestOut(came)) return []
    const links: CrosswalkPair[] = came ? [came] : []
    for (
      let next = best(outOf.get(ref));
      next;
      next = isBestIn(next) ? best(outOf.get(next.to as ItemRef)) : undefined
    )
      links.push(next)
    return [{ refs: links.length === 0 ? [ref] : refsOf(links), links }]
  })
  const apart = pairs
    .filter((pair) => !isBestOut(pair) && !isBestIn(pair))
    .map((pair): Chain => ({ refs: refsOf([pair]), links: [pair] }))
  return { chains: [...chains, ...apart], outOf, into }
}

/** Relations to the next of the years; a crosswalk has no pair that passes over a year that is known. */
function linksFrom(catalogue: Catalogue, ref: ItemRef, years: readonly number[]): readonly CrosswalkPair[] {
  const next = years.find((year) => year > yearOf(ref))
  return next === undefined ? [] : successors(catalogue, ref, next)
}

const refsOf = (links: readonly CrosswalkPair[]): readonly ItemRef[] => [
  ...links.slice(0, 1).map(({ from }) => from),
  ...links.map(({ to }) => to as ItemRef),
]
