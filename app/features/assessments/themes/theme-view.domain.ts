import type { Bilingual } from '../../../i18n/language.ts'
import { compareDecimal, type DecimalText } from '../../../kernel/decimal.ts'
import { type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import {
  type Catalogue,
  type Concept,
  type Framework,
  findIndicator,
  type Indicator,
  type Item,
  relationBetween,
  type Standing,
  titleOf,
  traceConcept,
} from '../../catalogue/index.ts'
import type { Score } from '../score.domain.ts'
import { meanOf, printed, type WorkingNumber, workingNumber } from '../scoring/working-number.domain.ts'
import type { Bound } from './bound.domain.ts'
import type { Theme, ViewName } from './theme.table.ts'

/** An item, or where no item is known an indicator, of which a view is made. */
export type ViewPart = Readonly<{
  ref: ItemRef
  title: Bilingual | null
  /** Of the theme's subjects, those that it asks about; none for an indicator. */
  concepts: readonly Concept[]
  score: Score | null
  /** Known, and below the bound. */
  isWeak: boolean
  /** The row of the catalogue is marked unverified. */
  isUnverified: boolean
}>

/** How one side sees a theme in one year. */
export type ThemeView = Readonly<{
  name: ViewName
  /** Items that the year asks on the theme, in its order, with and without a score. */
  items: readonly ViewPart[]
  /** Subjects of the theme that no item of the year asks about, or of which that is not known. */
  unmeasured: readonly Readonly<{ concept: Concept; standing: Exclude<Standing, 'asked'> }>[]
  /** What the value is the mean of: items, or their indicators where no item is known; null where nothing is known. */
  basis: 'items' | 'indicators' | null
  /** The parts with a score. */
  known: readonly (ViewPart & { score: Score })[]
  /** Of how many: items or indicators. */
  outOf: number
  value: WorkingNumber | null
  /** The same with two places. */
  shown: DecimalText | null
  /** How many answered: the fewest and the most of any part; null where the source does not say. */
  n: Readonly<{ least: number; most: number }> | null
  isUnverified: boolean
}>

export type ThemeGround = Readonly<{
  catalogue: Catalogue
  framework: Framework
  scores: ReadonlyMap<ItemRef, Score>
  bound: Bound | null
}>

/** One view of a theme; null where the theme has no such view. */
export function themeView(ground: ThemeGround, theme: Theme, name: ViewName): ThemeView | null {
  const { catalogue, framework } = ground
  const keys = theme.concepts[name]
  if (keys.length === 0) return null
  const items = framework.items
    .filter((item) => item.concepts.some((key) => keys.includes(key)))
    .map((item) => partOf(ground, item, keys))
  const unmeasured = keys.flatMap((key) => {
    const concept = catalogue.concepts.find((known) => known.key === key)
    const standing = traceConcept(catalogue, key).find(({ year }) => year === framework.year)?.standing
    return concept === undefined || standing === undefined || standing === 'asked'
      ? []
      : [{ concept, standing }]
  })
  const knownItems = items.filter(isKnown)
  const indicators = knownItems.length > 0 ? [] : indicatorsOf(ground, { items, keys })
  const knownIndicators = indicators.filter(isKnown)
  const known = knownItems.length > 0 ? knownItems : knownIndicators
  const basis = knownItems.length > 0 ? 'items' : knownIndicators.length > 0 ? 'indicators' : null
  const value = meanScore(known)
  return {
    name,
    items,
    unmeasured,
    basis,
    known,
    outOf: basis === 'indicators' ? indicators.length : items.length,
    value,
    shown: value === null ? null : printed(value),
    n: respondents(known),
    isUnverified: known.some((part) => part.isUnverified),
  }
}

const isKnown = (part: ViewPart): part is ViewPart & { score: Score } => part.score !== null

function partOf(
  { catalogue, scores, bound }: ThemeGround,
  row: Item | Indicator,
  keys: readonly string[],
): ViewPart {
  const score = scores.get(row.ref) ?? null
  const asked = 'concepts' in row ? row.concepts.filter((key) => keys.includes(key)) : []
  return {
    ref: row.ref,
    title: titleOf(catalogue, row.ref),
    concepts: catalogue.concepts.filter(({ key }) => asked.includes(key)),
    score,
    isWeak: score !== null && bound !== null && compareDecimal(score.value, bound.value) < 0,
    isUnverified: row.certainty === 'unverified',
  }
}

/**
 * Indicators to which the items of a view belong; the one above where a sub-indicator has no score. Where the items of the
 * year were not seen, those of the nearest year that is known say the indicators, as far as these are the same ones.
 */
function indicatorsOf(
  ground: ThemeGround,
  { items, keys }: { items: readonly ViewPart[]; keys: readonly string[] },
): readonly ViewPart[] {
  const { catalogue, framework, scores } = ground
  const own = framework.items.filter(({ ref }) => items.some((item) => item.ref === ref))
  const refs = own.length > 0 ? own.flatMap(({ indicator }) => indicator ?? []) : nearest(ground, keys)
  const rows = [...new Set(refs)].flatMap((ref) => {
    const row = findIndicator(catalogue, ref)
    const above = row?.parent ? findIndicator(catalogue, row.parent) : null
    return (above && !scores.has(ref) && scores.has(above.ref) ? above : row) ?? []
  })
  return [...new Set(rows)].map((row) => partOf(ground, row, []))
}

function nearest({ catalogue, framework }: ThemeGround, keys: readonly string[]): readonly ItemRef[] {
  const seen = keys.flatMap((key) => {
    const years = traceConcept(catalogue, key)
    const here = years.find(({ year }) => year === framework.year)
    // What the year does not ask has no indicator in it.
    return here?.standing === 'not-known' ? years.flatMap((year) => year.items) : []
  })
  const distance = (ref: ItemRef) => Math.abs(yearOf(ref) - framework.year)
  const least = Math.min(...seen.map(({ ref }) => distance(ref)))
  return seen
    .filter(({ ref }) => distance(ref) === least)
    .flatMap(({ indicator }) => {
      const same = framework.indicators.filter(
        ({ ref }) => indicator && relationBetween(catalogue, indicator, ref)?.relationship === 'equal',
      )
      return same.map(({ ref }) => ref)
    })
}

function meanScore(known: readonly { score: Score }[]): WorkingNumber | null {
  if (known.length === 0) return null
  const sum = known.reduce((all, { score }) => all + workingNumber(score.value), 0)
  return meanOf(sum, known.length)
}

function respondents(known: readonly { score: Score }[]): ThemeView['n'] {
  const counts = known.flatMap(({ score }) => score.nAnswered ?? [])
  // Said only where the source says it of every part.
  if (counts.length === 0 || counts.length < known.length) return null
  return { least: Math.min(...counts), most: Math.max(...counts) }
}
