import { yearOf } from '../../kernel/item-ref.ts'
import type { Catalogue, CrosswalkPair, Framework } from './catalogue.domain.ts'
import { type CatalogueFault, checkCatalogue } from './catalogue-check.domain.ts'
import { frameworkOf, isKnownRef } from './lookup.domain.ts'

/** Crosswalk pairs between two framework years: what one mapping set of a library holds. */
export type CrosswalkPart = Readonly<{ fromYear: number; toYear: number; pairs: readonly CrosswalkPair[] }>

/** What one library holds, and the part of a catalogue that it takes the place of. */
export type LibraryContent =
  | Readonly<{ kind: 'framework'; framework: Framework }>
  | Readonly<{ kind: 'crosswalk'; crosswalk: CrosswalkPart }>

/** Name of a part: the framework of a year ("2568"), or the crosswalk between two ("2566-2567"). */
export const partOf = (content: LibraryContent): string =>
  content.kind === 'framework'
    ? String(content.framework.year)
    : `${content.crosswalk.fromYear}-${content.crosswalk.toYear}`

/** The part of that name as it stands in a catalogue; null when the catalogue has none, or the text names no part. */
export function findPart(catalogue: Catalogue, part: string): LibraryContent | null {
  const [, from, to] = /^(25\d{2})(?:-(25\d{2}))?$/.exec(part) ?? []
  if (from === undefined) return null
  if (to === undefined) {
    const framework = frameworkOf(catalogue, Number(from))
    return framework && { kind: 'framework', framework }
  }
  const crosswalk = { fromYear: Number(from), toYear: Number(to) }
  const pairs = catalogue.crosswalk.filter(isOf(crosswalk))
  return pairs.length === 0 ? null : { kind: 'crosswalk', crosswalk: { ...crosswalk, pairs } }
}

/** Names of all parts of a catalogue: the frameworks, then the crosswalks, each in order of years. */
export const partsOf = (catalogue: Catalogue): readonly string[] => [
  ...catalogue.frameworks.map(({ year }) => String(year)),
  ...new Set(catalogue.crosswalk.map(({ from, toYear }) => `${yearOf(from)}-${toYear}`)),
]

/**
 * The catalogue with these parts in the place of its own. A pair of the crosswalk whose item or indicator is no longer there
 * (`lostPairs`) is left out: nothing may point nowhere.
 */
export function overlaid(catalogue: Catalogue, contents: readonly LibraryContent[]): Catalogue {
  const replaced = contents.reduce(replacePart, catalogue)
  return { ...replaced, crosswalk: replaced.crosswalk.filter((pair) => !isLost(replaced, pair)) }
}

/** Pairs that the catalogue has and that point nowhere once the framework is in it. */
export const lostPairs = (catalogue: Catalogue, content: LibraryContent): readonly CrosswalkPair[] => {
  const replaced = replacePart(catalogue, content)
  return replaced.crosswalk.filter((pair) => isLost(replaced, pair))
}

/** What contradicts itself in a library's content, or points to what the catalogue does not have. */
export const faultsAgainst = (catalogue: Catalogue, content: LibraryContent): readonly CatalogueFault[] =>
  content.kind === 'framework'
    ? checkCatalogue({ ...catalogue, frameworks: [content.framework], crosswalk: [] })
    : checkCatalogue({ ...catalogue, crosswalk: content.crosswalk.pairs }).filter(
        ({ part }) => part === 'crosswalk',
      )

function replacePart(catalogue: Catalogue, content: LibraryContent): Catalogue {
  if (content.kind === 'framework') {
    const { framework } = content
    const others = catalogue.frameworks.filter(({ year }) => year !== framework.year)
    return { ...catalogue, frameworks: [...others, framework].toSorted((a, b) => a.year - b.year) }
  }
  const { crosswalk } = content
  const others = catalogue.crosswalk.filter((pair) => !isOf(crosswalk)(pair))
  return {
    ...catalogue,
    crosswalk: [...others, ...crosswalk.pairs].toSorted((a, b) => yearOf(a.from) - yearOf(b.from)),
  }
}

const isOf =
  ({ fromYear, toYear }: Pick<CrosswalkPart, 'fromYear' | 'toYear'>) =>
  (pair: CrosswalkPair): boolean =>
    yearOf(pair.from) === fromYear && pair.toYear === toYear

const isLost = (catalogue: Catalogue, { from, to }: CrosswalkPair): boolean =>
  !isKnownRef(catalogue, from) || (to !== null && !isKnownRef(catalogue, to))
