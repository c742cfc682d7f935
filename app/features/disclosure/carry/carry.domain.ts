import type { Bilingual, MaybeBilingual } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { type Catalogue, type CrosswalkPair, type Item, itemsOf, traceItem } from '../../catalogue/index.ts'
import type { ElementState, FactKind } from '../disclosure.domain.ts'
import { requiredOf, WHOLE } from '../items.domain.ts'

/** A fact as far as carrying it asks. */
export type CarriedFact = Readonly<{
  id: string
  version: number
  kind: FactKind
  title: MaybeBilingual
  address: string | null
  date: IsoDay | null
  isRemoved: boolean
}>

/** What stands at one element of an item; `facts` in their order, empty where an absence is declared. */
export type ElementEntry = Readonly<{
  code: string
  element: string
  state: Exclude<ElementState, 'missing'>
  facts: readonly CarriedFact[]
}>

/** Why a fact is bound to the year that it was given for: it has to be renewed before it answers another. */
export type RenewReason = 'has-day' | 'names-year' | 'asks-year' | 'is-period'

/** Why an answer stays behind. */
export type LeftReason =
  | 'item.not-asked'
  | 'item.not-known'
  | 'item.from-report'
  | 'item.partly'
  | 'element.not-asked'
  | 'absence.of-its-year'
  | 'fact.removed'

/** An item of a year, for who reads the preview. */
export type CarryItem = Readonly<{ year: number; code: string; title: Bilingual | null }>

export type CarryAdded = Readonly<{
  /** Names the row: code, element and fact. */
  key: string
  from: CarryItem
  to: CarryItem
  element: Readonly<{ key: string; text: Bilingual }>
  fact: CarriedFact
  relation: Pick<CrosswalkPair, 'relationship' | 'comparable' | 'certainty'>
  /** Empty where it can be used as it is. */
  renew: readonly RenewReason[]
}>
export type CarryKept = Readonly<{
  key: string
  to: CarryItem
  element: Readonly<{ key: string; text: Bilingual }>
}>
export type CarryLeft = Readonly<{
  key: string
  from: CarryItem
  /** The element of the earlier year. */
  element: string
  title: MaybeBilingual | null
  reason: LeftReason
}>

/** What carrying would do, all of it: nothing is left out silently. */
export type CarryPlan = Readonly<{
  fromYear: number
  toYear: number
  added: readonly CarryAdded[]
  /** Answered already: what is there stays. */
  kept: readonly CarryKept[]
  left: readonly CarryLeft[]
}>

type Asked = Readonly<{
  catalogue: Catalogue
  fromYear: number
  toYear: number
  from: readonly ElementEntry[]
  to: readonly ElementEntry[]
  /** Items that a published report answers by itself, live. */
  isFromReport: (item: Item) => boolean
}>

/**
 * Last year's answers in the numbering of a new year: items by the crosswalk, elements by their key. The thing itself goes to
 * an item that asks the same or a part of it, and not to a wider one, which it would not answer. A declared absence is of its
 * year and is declared anew.
 */
export function planCarry(asked: Asked): CarryPlan {
  const { catalogue, fromYear, toYear, from, to } = asked
  const plan = { added: [] as CarryAdded[], kept: [] as CarryKept[], left: [] as CarryLeft[] }
  const answered = new Set(to.map(({ code, element }) => `${code}/${element}`))
  for (const item of itemsOf(catalogue, fromYear, 'OIT')) {
    const entries = from.filter(({ code }) => code === item.code)
    if (entries.length === 0) continue
    const stop = traceItem(catalogue, item.ref).find(({ year }) => year === toYear)
    const targets = stop?.items ?? []
    for (const entry of entries) {
      const reason =
        targets.length === 0
          ? stop?.standing === 'not-asked'
            ? 'item.not-asked'
            : 'item.not-known'
          : carryEntry(asked, { item, entry, targets, answered }, plan)
      if (reason !== null) plan.left.push(...leftRows(item, fromYear, entry, reason))
    }
  }
  return { fromYear, toYear, added: distinct(plan.added), kept: distinct(plan.kept), left: plan.left }
}

type Carrying = Readonly<{
  item: Item
  entry: ElementEntry
  targets: readonly Readonly<{ item: Item; relation: CrosswalkPair }>[]
  answered: ReadonlySet<string>
}>
type Filling = { added: CarryAdded[]; kept: CarryKept[]; left: CarryLeft[] }

/** Why all of the entry stays behind; null where it goes somewhere, or is there. */
function carryEntry(
  asked: Asked,
  { item, entry, targets, answered }: Carrying,
  plan: Filling,
): LeftReason | null {
  let reason: LeftReason = 'element.not-asked'
  let isTaken = false
  for (const { item: target, relation } of targets) {
    const element = requiredOf(target).find(({ key }) => key === entry.element)
    if (element === undefined) continue
    if (asked.isFromReport(target)) {
      reason = 'item.from-report'
      continue
    }
    if (
      entry.element === WHOLE &&
      (relation.relationship === 'subset' || relation.relationship === 'intersect')
    ) {
      reason = 'item.partly'
      continue
    }
    const place = {
      to: itemOf(target, asked.toYear),
      element: { key: element.key, text: element.text },
    }
    isTaken = true
    if (answered.has(`${target.code}/${element.key}`)) {
      plan.kept.push({ key: `${target.code}/${element.key}`, ...place })
      continue
    }
    if (entry.state === 'none') {
      isTaken = false
      reason = 'absence.of-its-year'
      continue
    }
    for (const fact of entry.facts) {
      if (fact.isRemoved) {
        plan.left.push(leftRow(item, asked.fromYear, entry, fact, 'fact.removed'))
        continue
      }
      plan.added.push({
        key: `${target.code}/${element.key}/${fact.id}`,
        from: itemOf(item, asked.fromYear),
        ...place,
        fact,
        relation: {
          relationship: relation.relationship,
          comparable: relation.comparable,
          certainty: relation.certainty,
        },
        renew: renewReasons(fact, target, element.key),
      })
    }
  }
  return isTaken ? null : reason
}

const NAMES_YEAR = /25\d\d|20[12]\d/u

/** Why a fact is bound to its year; empty where it holds for any. */
export function renewReasons(
  fact: Pick<CarriedFact, 'title' | 'address' | 'date'>,
  item: Pick<Item, 'documentYear'>,
  element: string,
): readonly RenewReason[] {
  const named = toArabicDigits([fact.title.th, fact.title.en, fact.address].join(' '))
  return [
    ...(fact.date === null ? [] : (['has-day'] as const)),
    ...(NAMES_YEAR.test(named) ? (['names-year'] as const) : []),
    ...(item.documentYear === null ? [] : (['asks-year'] as const)),
    ...(element === 'period' ? (['is-period'] as const) : []),
  ]
}

const itemOf = (item: Item, year: number): CarryItem => ({ year, code: item.code, title: item.title })

const leftRow = (
  item: Item,
  year: number,
  entry: ElementEntry,
  fact: CarriedFact | null,
  reason: LeftReason,
): CarryLeft => ({
  key: `${item.code}/${entry.element}/${fact?.id ?? 'none'}/${reason}`,
  from: itemOf(item, year),
  element: entry.element,
  title: fact?.title ?? null,
  reason,
})

const leftRows = (item: Item, year: number, entry: ElementEntry, reason: LeftReason): readonly CarryLeft[] =>
  entry.state === 'none'
    ? [leftRow(item, year, entry, null, reason)]
    : entry.facts.map((fact) => leftRow(item, year, entry, fact, reason))

/** The first of each name: a fact that answered two items of which one is made answers that once. */
const distinct = <Row extends Readonly<{ key: string }>>(rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ key }, at) => rows.findIndex((row) => row.key === key) === at)
