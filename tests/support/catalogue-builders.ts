import type {
  Catalogue,
  Certainty,
  Comparable,
  CrosswalkPair,
  Framework,
  Item,
} from '../../app/features/catalogue/index.ts'
import { codeOf, itemRef } from '../../app/kernel/item-ref.ts'

const tested = { certainty: 'sourced', source: 'test' } as const

/** Frameworks 2566 and 2567 with the given items of 2566 (code and indicator), joined by the given pairs. */
export const aCatalogue = ({
  pairs = [],
  items = [],
}: {
  pairs?: readonly CrosswalkPair[]
  items?: readonly (readonly [code: string, indicator: string | null])[]
} = {}): Catalogue => ({
  frameworks: [{ ...aFramework(2566), items: items.map(anItem) }, aFramework(2567)],
  crosswalk: pairs,
  sources: [],
  concepts: [],
})

/** A pair from an item of 2566 to one of 2567; to null when 2567 asks no such thing. */
export const aPair = (
  from: string,
  to: string | null,
  comparable: Comparable,
  certainty: Certainty = 'sourced',
): CrosswalkPair => ({
  from: itemRef(2566, from),
  to: to === null ? null : itemRef(2567, to),
  toYear: 2567,
  relationship: to === null ? 'none' : 'equal',
  comparable,
  rationale: { th: '', en: '' },
  certainty,
  source: 'test',
})

const anItem = ([code, indicator]: readonly [string, string | null]): Item => {
  const ref = itemRef(2566, code)
  return {
    ref,
    code: codeOf(ref),
    instrument: 'EIT',
    indicator: indicator === null ? null : itemRef(2566, indicator),
    title: null,
    wording: null,
    scale: null,
    subItems: [],
    concepts: [],
    labels: [],
    elements: [],
    documentYear: null,
    ...tested,
  }
}

const aFramework = (year: number): Framework => ({
  year,
  version: `${year}.test`,
  title: { th: '', en: '' },
  coverage: ['EIT'],
  weights: [],
  aggregation: { rule: 'test', decimals: 2, ...tested },
  levels: [],
  scales: [],
  indicators: [6, 7].map((number) => ({
    ref: itemRef(year, `ind${number}`),
    number: String(number),
    title: { th: '', en: '' },
    instrument: 'EIT' as const,
    parent: null,
    labels: [],
    ...tested,
  })),
  items: [],
})
