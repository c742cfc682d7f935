import type { Bilingual } from '../../../i18n/language.ts'
import type { DecimalText } from '../../../kernel/decimal.ts'
import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import type { Score } from '../../assessments/index.ts'
import {
  type Catalogue,
  type Comparable,
  findIndicator,
  findItem,
  frameworkYears,
  relationBetween,
  type Standing,
  titleOf,
  traceItem,
} from '../../catalogue/index.ts'

/** What an item of a citation asks, how it came out, and where its subject stands in other years. */
export type CitedItem = Readonly<{
  ref: ItemRef
  /** Null where no source gave the item's words. */
  title: Bilingual | null
  concepts: readonly Bilingual[]
  /** As imported; null where no result of it was. */
  score: DecimalText | null
  otherYears: readonly YearOfItem[]
}>
export type YearOfItem = Readonly<{
  year: number
  standing: Standing
  items: readonly Readonly<{
    ref: ItemRef
    comparable: Comparable
    rationale: Bilingual
    score: DecimalText | null
  }>[]
}>

/** Facts of items or indicators, in the order asked for; unknown ones are left out. */
export const citedItems = (
  catalogue: Catalogue,
  scores: readonly Score[],
  refs: readonly ItemRef[],
): readonly CitedItem[] => {
  const scoreOf = (ref: ItemRef) => scores.find((score) => score.ref === ref)?.value ?? null
  return refs.flatMap((ref): CitedItem[] => {
    const item = findItem(catalogue, ref)
    if (!item && !findIndicator(catalogue, ref)) return []
    const concepts = catalogue.concepts.filter(({ key }) => item?.concepts.includes(key))
    return [
      {
        ref,
        title: titleOf(catalogue, ref),
        concepts: concepts.map(({ title }) => title),
        score: scoreOf(ref),
        otherYears: (item ? itemYears(catalogue, ref) : indicatorYears(catalogue, ref)).map((year) => ({
          ...year,
          items: year.items.map((other) => ({ ...other, score: scoreOf(other.ref) })),
        })),
      },
    ]
  })
}

type Years = readonly Readonly<{
  year: number
  standing: Standing
  items: readonly Omit<YearOfItem['items'][number], 'score'>[]
}>[]

const itemYears = (catalogue: Catalogue, ref: ItemRef): Years =>
  traceItem(catalogue, ref)
    .filter(({ year }) => year !== yearOf(ref))
    .map(({ year, standing, items }) => ({
      year,
      standing,
      items: items.map(({ item, relation: { comparable, rationale } }) => ({
        ref: item.ref,
        comparable,
        rationale,
      })),
    }))

/** An indicator is not traced by subject: only what the crosswalk says of it. */
const indicatorYears = (catalogue: Catalogue, ref: ItemRef): Years =>
  frameworkYears(catalogue)
    .filter((year) => year !== yearOf(ref))
    .flatMap((year) => {
      const framework = catalogue.frameworks.find((other) => other.year === year)
      const items = (framework?.indicators ?? []).flatMap((other) => {
        const relation = relationBetween(catalogue, ref, other.ref)
        return relation
          ? [{ ref: other.ref, comparable: relation.comparable, rationale: relation.rationale }]
          : []
      })
      return items.length > 0 ? [{ year, standing: 'asked' as const, items }] : []
    })

/** Identifier of the place on a page where an item is told of. */
export const citedAnchor = (ref: ItemRef): string => `cited-${yearOf(ref)}-${codeOf(ref).replace('.', '-')}`
