import { type ItemRef, yearOf } from '../../kernel/item-ref.ts'
import type { Catalogue, CrosswalkPair, Framework, Item } from './catalogue.domain.ts'
import { findConcept, findItem, frameworkOf } from './lookup.domain.ts'
import { relationBetween } from './relation.domain.ts'

/** Whether a framework year asks about something: `not-known` when the year's items were not all seen. */
export type Standing = 'asked' | 'not-asked' | 'not-known'
export type ConceptInYear = Readonly<{ year: number; standing: Standing; items: readonly Item[] }>
export type ItemInYear = Readonly<{
  year: number
  standing: Standing
  /** Items of that year and how the traced item relates to each; the item itself in its own year. */
  items: readonly Readonly<{ item: Item; relation: CrosswalkPair }>[]
}>

/** Where a concept stands in every framework year; empty for an unknown key. */
export function traceConcept(catalogue: Catalogue, conceptKey: string): readonly ConceptInYear[] {
  const concept = findConcept(catalogue, conceptKey)
  if (!concept) return []
  return byYear(catalogue).map((framework) => {
    const items = framework.items.filter((item) => item.concepts.includes(conceptKey))
    const covered = framework.coverage.includes(concept.instrument)
    const asking = catalogue.frameworks.flatMap((other) =>
      other.items.filter((item) => item.concepts.includes(conceptKey)).map((item) => item.ref),
    )
    return {
      year: framework.year,
      standing: standingOf({ catalogue, framework, items, covered, asking }),
      items,
    }
  })
}

/** Where the subject of one item stands in every framework year, by the crosswalk; empty for an unknown item. */
export function traceItem(catalogue: Catalogue, ref: ItemRef): readonly ItemInYear[] {
  const traced = findItem(catalogue, ref)
  if (!traced) return []
  return byYear(catalogue).map((framework) => {
    const items = framework.items.flatMap((item) => {
      const relation = relationBetween(catalogue, ref, item.ref)
      return relation ? [{ item, relation }] : []
    })
    const covered = framework.coverage.includes(traced.instrument)
    const standing = standingOf({ catalogue, framework, items, covered, asking: [ref] })
    return { year: framework.year, standing, items }
  })
}

function standingOf({
  catalogue,
  framework,
  items,
  covered,
  asking,
}: Readonly<{
  catalogue: Catalogue
  framework: Framework
  items: readonly unknown[]
  covered: boolean
  asking: readonly ItemRef[]
}>): Standing {
  if (items.length > 0) return 'asked'
  return covered ? silenceOf(catalogue, framework.year, asking) : 'not-known'
}

/**
 * What it means that a year has no row that relates to this item or indicator: that it does not ask, or only that its rows
 * were not all seen.
 */
export function standingWithout(
  catalogue: Catalogue,
  ref: ItemRef,
  year: number,
): Exclude<Standing, 'asked'> {
  const framework = frameworkOf(catalogue, year)
  const item = findItem(catalogue, ref)
  if (!framework || (!item && framework.indicators.length === 0)) return 'not-known'
  if (item && !framework.coverage.includes(item.instrument)) return 'not-known'
  return silenceOf(catalogue, year, [ref])
}

function silenceOf(
  catalogue: Catalogue,
  year: number,
  asking: readonly ItemRef[],
): Exclude<Standing, 'asked'> {
  // An ending that nobody verified means "not seen in that year", not "no longer asked".
  const unseen = catalogue.crosswalk.some(
    (pair) =>
      pair.to === null &&
      pair.toYear === year &&
      pair.certainty === 'unverified' &&
      asking.includes(pair.from) &&
      yearOf(pair.from) < year,
  )
  return unseen ? 'not-known' : 'not-asked'
}

const byYear = (catalogue: Catalogue): readonly Framework[] =>
  catalogue.frameworks.toSorted((a, b) => a.year - b.year)
