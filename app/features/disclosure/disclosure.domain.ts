import type { Bilingual, MaybeBilingual } from '../../i18n/language.ts'
import type { IsoDay } from '../../kernel/thai-date.ts'

/** 'page': a page that the platform itself makes, by its path. The names are contracts: they stand in the database. */
export type FactKind = 'text' | 'file' | 'link' | 'page'
export type PublicFileRef = Readonly<{
  sha256: string
  fileName: string
  mediaType: string
  /** Bytes. */
  size: number
}>

/** Something that the agency discloses, as it was at one version. */
export type Fact = Readonly<{
  id: string
  version: number
  kind: FactKind
  title: MaybeBilingual
  /** All of a text; a summary of the others. */
  words: string | null
  file: PublicFileRef | null
  /** An address elsewhere, or the path of an own page ("/reports/2567"). */
  address: string | null
  /** The day that it is of. */
  date: IsoDay | null
}>

/** Of an element: facts, a declared absence, or nothing at all. An empty one never passes. */
export type ElementState = 'value' | 'none' | 'missing'

/** What an element is answered with. */
export type ElementAnswer = Readonly<{
  key: string
  state: ElementState
  facts: readonly Fact[]
  /** Why there is none, by whom it was declared and when; null unless the state is 'none'. */
  declared: Readonly<{ text: string; byName: string; at: string }> | null
}>

/** Everything that the public page of an item shows of the agency: what is frozen when it is published. */
export type ItemContent = Readonly<{
  schema: 'prongsai.oit-item/1'
  /** B.E. */
  year: number
  code: string
  unit: MaybeBilingual | null
  elements: readonly ElementAnswer[]
}>

/** One element that an item asks for; `content` where no source names any: then the thing itself is asked for. */
export type Required = Readonly<{
  key: string
  text: Bilingual
  certainty: 'sourced' | 'inferred' | 'unverified'
}>

/** How one element is judged, with what to do where it does not pass. */
export type ElementJudged = Readonly<{
  key: string
  text: Bilingual
  certainty: Required['certainty']
  state: ElementState
  passes: boolean
  reason: Bilingual
  remedy: Bilingual | null
}>

/** 100 or 0, as the assessment has it, and why. */
export type ItemScore = Readonly<{
  score: 0 | 100
  elements: readonly ElementJudged[]
  faults: readonly Bilingual[]
}>

/** The items of a sub-indicator ("9.1"), in the order of the year. */
export type ItemGroup<Item> = Readonly<{ number: string; title: Bilingual; items: readonly Item[] }>

/** The key of an item as a thing that goes before a meeting: "2568:O12". */
export const matterKeyOf = (year: number, code: string): string => `${year}:${code}`
