import type { Bilingual } from '../../i18n/language.ts'
import { type ItemRef, yearOf } from '../../kernel/item-ref.ts'
import { foldText } from '../../kernel/rich-text.ts'
import { toArabicDigits } from '../../kernel/thai-digits.ts'
import type { Catalogue, Concept, Framework, Indicator, Instrument, Item } from './catalogue.domain.ts'
import { INDICATOR_NUMBER, LABEL_HEAD } from './label-words.th.ts'

const HEAD = new RegExp(LABEL_HEAD, 'u')
const NUMBERED = new RegExp(INDICATOR_NUMBER, 'u')

/** The framework of a Buddhist-era year, or null. */
export const frameworkOf = (catalogue: Catalogue, year: number): Framework | null =>
  catalogue.frameworks.find((framework) => framework.year === year) ?? null

/** Framework years known, in order. */
export const frameworkYears = (catalogue: Catalogue): readonly number[] =>
  catalogue.frameworks.map(({ year }) => year).toSorted((a, b) => a - b)

/** The item of a reference, or null when its year is unknown, has no such item, or the reference names an indicator. */
export const findItem = (catalogue: Catalogue, ref: ItemRef): Item | null =>
  frameworkOf(catalogue, yearOf(ref))?.items.find((item) => item.ref === ref) ?? null

/** The indicator or sub-indicator of a reference, or null. */
export const findIndicator = (catalogue: Catalogue, ref: ItemRef): Indicator | null =>
  frameworkOf(catalogue, yearOf(ref))?.indicators.find((indicator) => indicator.ref === ref) ?? null

/** Whether the catalogue has an item or indicator of this reference. */
export const isKnownRef = (catalogue: Catalogue, ref: ItemRef): boolean =>
  (findItem(catalogue, ref) ?? findIndicator(catalogue, ref)) !== null

/** Title of an item or indicator; the wording of the question where it has no title; null where neither is known. */
export function titleOf(catalogue: Catalogue, ref: ItemRef): Bilingual | null {
  const item = findItem(catalogue, ref)
  if (!item) return findIndicator(catalogue, ref)?.title ?? null
  return item.title ?? (item.wording === null ? null : { th: item.wording, en: item.wording })
}

/** Code and title for a reader ("O28 Report on the measures…"), the bare code where no title is known; null for an unknown reference. */
export function itemLabel(catalogue: Catalogue, ref: ItemRef): Bilingual | null {
  const row = findItem(catalogue, ref) ?? findIndicator(catalogue, ref)
  if (!row) return null
  const code = 'code' in row ? row.code : row.number
  const title = titleOf(catalogue, ref)
  return title === null ? { th: code, en: code } : { th: `${code} ${title.th}`, en: `${code} ${title.en}` }
}

/** Items of one instrument of one year, in the year's order. */
export const itemsOf = (catalogue: Catalogue, year: number, instrument: Instrument): readonly Item[] =>
  frameworkOf(catalogue, year)?.items.filter((item) => item.instrument === instrument) ?? []

/** The year's own writing of a code ("O28", "o28", "IND6" in any case) as a reference; null when the year has no such code. */
export function canonicalRef(catalogue: Catalogue, year: number, code: string): ItemRef | null {
  const framework = frameworkOf(catalogue, year)
  if (!framework) return null
  const wanted = `${year}:${code.toLowerCase()}`
  const rows = [...framework.items, ...framework.indicators]
  return rows.find(({ ref }) => ref.toLowerCase() === wanted)?.ref ?? null
}

/**
 * References whose printed name this is: a label of the catalogue equal to `label`, else the longest ones contained in it
 * ("the level of" + label), else the indicator of that official title or number. White space does not count: Thai is
 * broken over lines anywhere. Empty when none fits.
 */
export function refsByLabel(catalogue: Catalogue, year: number, label: string): readonly ItemRef[] {
  const framework = frameworkOf(catalogue, year)
  const printed = withoutSpace(label)
  if (!framework || printed === '') return []

  const rows = [...framework.items, ...framework.indicators].flatMap(({ ref, labels }) =>
    labels.map((own) => ({ ref, own: withoutSpace(own) })),
  )
  const exact = rows.filter(({ own }) => own === printed)
  const contained = rows.filter(({ own }) => printed.includes(own))
  const longest = Math.max(0, ...contained.map(({ own }) => own.length))
  const hits = exact.length > 0 ? exact : contained.filter(({ own }) => own.length === longest)
  return hits.length > 0 ? [...new Set(hits.map(({ ref }) => ref))] : indicatorsNamed(framework, printed)
}

/** Only the whole title counts: titles are short words ("use of power") that stand in many sentences. */
function indicatorsNamed({ indicators, year }: Framework, printed: string): readonly ItemRef[] {
  const named = toArabicDigits(printed)
  const number = NUMBERED.exec(named)?.[1]
  const title = named.replace(HEAD, '')
  return indicators
    .filter(({ ref, title: own }) =>
      number === undefined
        ? title !== '' && withoutSpace(own.th).replace(HEAD, '') === title
        : ref === `${year}:ind${number}`,
    )
    .map(({ ref }) => ref)
}

/** The subjects that an item asks about; empty for an indicator or an unknown reference. */
export function conceptsOf(catalogue: Catalogue, ref: ItemRef): readonly Concept[] {
  const keys = findItem(catalogue, ref)?.concepts ?? []
  return keys.flatMap((key) => findConcept(catalogue, key) ?? [])
}

/** The concept of a key, or null. */
export const findConcept = (catalogue: Catalogue, key: string): Concept | null =>
  catalogue.concepts.find((concept) => concept.key === key) ?? null

const withoutSpace = (text: string): string => foldText(text).replaceAll(' ', '')
