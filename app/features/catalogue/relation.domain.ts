import { type ItemRef, yearOf } from '../../kernel/item-ref.ts'
import type { Catalogue, Certainty, Comparable, CrosswalkPair, Relationship } from './catalogue.domain.ts'

/**
 * How one item or indicator relates to another of any year: the pair of the crosswalk, its inverse when `toRef` is the
 * earlier one, or over several years the composition of pairs, as strong as the weakest. Null when nothing relates them.
 */
export function relationBetween(
  catalogue: Catalogue,
  fromRef: ItemRef,
  toRef: ItemRef,
): CrosswalkPair | null {
  if (fromRef === toRef) return identity(fromRef)
  if (yearOf(fromRef) > yearOf(toRef)) {
    const forward = relationBetween(catalogue, toRef, fromRef)
    return forward && inverse(forward)
  }
  return successors(catalogue, fromRef, yearOf(toRef)).find(({ to }) => to === toRef) ?? null
}

/**
 * What a later year asks of the same: pairs from `ref` to items or indicators of `toYear`, the closest first; in its own
 * year the reference itself. Empty when that year asks no such thing, when nothing is known about it, or when it is earlier.
 */
export function successors(catalogue: Catalogue, ref: ItemRef, toYear: number): readonly CrosswalkPair[] {
  let frontier: readonly CrosswalkPair[] = [identity(ref)]
  while (frontier.length > 0) {
    const reached = frontier.filter((pair) => pair.toYear === toYear)
    if (reached.length > 0) return reached
    frontier = closest(
      frontier.flatMap((pair) =>
        catalogue.crosswalk
          .filter((next) => next.from === pair.to && next.to !== null && next.toYear <= toYear)
          .map((next) => compose(pair, next)),
      ),
    )
  }
  return []
}

/** Sorts relations: first those whose scores compare, among them the closest. */
export const byComparability = (a: CrosswalkPair, b: CrosswalkPair): number =>
  COMPARING.indexOf(a.comparable) - COMPARING.indexOf(b.comparable) ||
  CLOSENESS.indexOf(a.relationship) - CLOSENESS.indexOf(b.relationship)

/** Pairs that say outright that the year after an item's own no longer asks it. */
export const endingsOf = (catalogue: Catalogue, ref: ItemRef): readonly CrosswalkPair[] =>
  catalogue.crosswalk.filter((pair) => pair.from === ref && pair.to === null)

/** The same relation read from the other end. */
export function inverse(pair: CrosswalkPair): CrosswalkPair {
  if (pair.to === null) return pair
  return {
    ...pair,
    from: pair.to,
    to: pair.from,
    toYear: yearOf(pair.from),
    relationship: INVERSE[pair.relationship],
  }
}

const INVERSE: Readonly<Record<Relationship, Relationship>> = {
  equal: 'equal',
  subset: 'superset',
  superset: 'subset',
  intersect: 'intersect',
  none: 'none',
}
const CLOSENESS: readonly Relationship[] = ['equal', 'subset', 'superset', 'intersect', 'none']
const COMPARING: readonly Comparable[] = ['yes', 'unknown', 'no']
const CERTAINTY: readonly Certainty[] = ['unverified', 'inferred', 'sourced']

const identity = (ref: ItemRef): CrosswalkPair => ({
  from: ref,
  to: ref,
  toYear: yearOf(ref),
  relationship: 'equal',
  comparable: 'yes',
  rationale: { th: '', en: '' },
  certainty: 'sourced',
  source: '',
})

function compose(first: CrosswalkPair, next: CrosswalkPair): CrosswalkPair {
  return {
    from: first.from,
    to: next.to,
    toYear: next.toYear,
    relationship: composeRelationship(first.relationship, next.relationship),
    comparable: weakestComparable(first.comparable, next.comparable),
    rationale: {
      th: joined(first.rationale.th, next.rationale.th, ' → '),
      en: joined(first.rationale.en, next.rationale.en, ' → '),
    },
    certainty: CERTAINTY[Math.min(CERTAINTY.indexOf(first.certainty), CERTAINTY.indexOf(next.certainty))]!,
    source: [...new Set([...first.source.split('; '), ...next.source.split('; ')])]
      .filter(Boolean)
      .join('; '),
  }
}

function composeRelationship(first: Relationship, next: Relationship): Relationship {
  if (first === 'equal') return next
  if (next === 'equal' || next === first) return first
  return 'intersect'
}

function weakestComparable(first: Comparable, next: Comparable): Comparable {
  if (first === 'no' || next === 'no') return 'no'
  return first === 'yes' && next === 'yes' ? 'yes' : 'unknown'
}

const joined = (first: string, next: string, by: string): string =>
  first === '' || first === next ? next : `${first}${by}${next}`

/** One pair for each target, the closest relation kept, closest first. */
function closest(pairs: readonly CrosswalkPair[]): readonly CrosswalkPair[] {
  const ranked = pairs.toSorted(
    (a, b) => CLOSENESS.indexOf(a.relationship) - CLOSENESS.indexOf(b.relationship),
  )
  return ranked.filter((pair, at) => ranked.findIndex(({ to }) => to === pair.to) === at)
}
