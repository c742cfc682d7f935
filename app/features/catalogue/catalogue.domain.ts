import type { Bilingual } from '../../i18n/language.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'

export type Instrument = 'IIT' | 'EIT' | 'OIT'

/** How sure a row is: read in a source, inferred from sources, or background knowledge that nobody has checked yet. */
export type Certainty = 'sourced' | 'inferred' | 'unverified'
export type Provenance = Readonly<{ certainty: Certainty; source: string }>

/**
 * An answer option and the score it gives; the score is null where no source states it. `isExcluded`: "never used" or "cannot
 * compare", an answer that is given and not counted; it has no score.
 */
export type AnswerOption = Readonly<{ text: string; score: string | null; isExcluded: boolean }>
export type Scale = Readonly<{
  id: string
  direction: 'positive' | 'reversed'
  options: readonly AnswerOption[]
  /** Where the scores of the options come from; null where they stand in the source of the scale itself. */
  scoring: Provenance | null
}> &
  Provenance

export type SubItem = Readonly<{ code: string; wording: string; scale: string | null }>

/** One indicator (ตัวชี้วัด) or sub-indicator of a framework year: `2567:ind6`, `2567:ind9.1`. */
export type Indicator = Readonly<{
  ref: ItemRef
  number: string
  title: Bilingual
  instrument: Instrument
  parent: ItemRef | null
  /** Wordings under which published reports print this indicator's score. */
  labels: readonly string[]
}> &
  Provenance

/** One required element of a disclosure item. `key` is what the completeness rules name. */
export type RequiredElement = Readonly<{ key: string; text: Bilingual }> & Provenance

/** One item of one framework year. Texts are null where no source gave them. */
export type Item = Readonly<{
  ref: ItemRef
  code: string
  instrument: Instrument
  indicator: ItemRef | null
  title: Bilingual | null
  /** The question of a survey item, as in the form. */
  wording: string | null
  scale: string | null
  subItems: readonly SubItem[]
  /** Keys of the concepts it asks about; the same key in another year is the same subject under another number. */
  concepts: readonly string[]
  /** Wordings under which published reports print this item's score. */
  labels: readonly string[]
  elements: readonly RequiredElement[]
  /** Fiscal or calendar year (B.E.) whose doings the item asks for; null where not stated. */
  documentYear: number | null
}> &
  Provenance

export type Weight = Readonly<{ instrument: Instrument; percent: string }>
export type LevelRule = Readonly<{
  key: string
  title: Bilingual
  totalAtLeast: string
  /** From 2567: each instrument must reach this too; null where only the total counts. */
  eachInstrumentAtLeast: string | null
}> &
  Provenance

export type Framework = Readonly<{
  year: number
  version: string
  title: Bilingual
  /** Instruments whose items are known (2564: IIT alone; 2563: none, only indicators). */
  coverage: readonly Instrument[]
  weights: readonly Weight[]
  /** Names the rule by which items become indicators, instruments and a total; see README. */
  aggregation: Readonly<{ rule: string; decimals: number }> & Provenance
  levels: readonly LevelRule[]
  scales: readonly Scale[]
  indicators: readonly Indicator[]
  items: readonly Item[]
}>

export type Relationship = 'equal' | 'subset' | 'superset' | 'intersect' | 'none'
export type Comparable = 'yes' | 'no' | 'unknown'

/** How an item of one year relates to an item of a later year. `to` is null when the later year asks no such thing. */
export type CrosswalkPair = Readonly<{
  from: ItemRef
  to: ItemRef | null
  toYear: number
  relationship: Relationship
  comparable: Comparable
  rationale: Bilingual
}> &
  Provenance

/** A subject that items of any year may ask about. */
export type Concept = Readonly<{ key: string; title: Bilingual; instrument: Instrument }>

/** Where rows were read: `key` is what `source` of a row names. */
export type Source = Readonly<{ key: string; address: string | null; title: string }>

/** All framework years an installation knows, with the crosswalk between them. Data, loaded once; never written to. */
export type Catalogue = Readonly<{
  frameworks: readonly Framework[]
  crosswalk: readonly CrosswalkPair[]
  concepts: readonly Concept[]
  sources: readonly Source[]
}>

/** Which catalogue something was computed with: the version of each framework year, and the hash of the whole. */
export type CatalogueStamp = Readonly<{
  /** SHA-256 of the catalogue's canonical JSON (RFC 8785). */
  hash: string
  frameworks: Readonly<Record<string, string>>
}>
