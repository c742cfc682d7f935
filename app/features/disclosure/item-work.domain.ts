import type { Bilingual, MaybeBilingual } from '../../i18n/language.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'
import type { IsoDay } from '../../kernel/thai-date.ts'
import type { Certainty } from '../catalogue/index.ts'
import type { OpenFinding } from '../watch/index.ts'
import type {
  ElementAnswer,
  ElementJudged,
  Fact,
  ItemContent,
  ItemGroup,
  ItemScore,
} from './disclosure.domain.ts'
import type { Totals } from './score.domain.ts'

export type UnitName = Readonly<{ id: string; name: MaybeBilingual }>

/** A version of an item that is or was public. */
export type PublicVersion = Readonly<{
  version: number
  contentHash: string
  publishedAt: Date
  publishedByName: string
  /** By which approval; null where the agency had no chain. */
  publicationId: string | null
  withdrawn: Readonly<{ at: Date; byName: string; reason: string }> | null
}>

/** An element of an item, as it is worked on. */
export type ElementWork = ElementJudged &
  Readonly<{
    answer: ElementAnswer
    /** Who entered what stands there, and when; null where nothing does. */
    entered: Readonly<{ byName: string; at: Date }> | null
    /** Names exactly what stands there: sent back with a change, so that of two people at once the second is told. */
    seen: string
  }>

/** Where else a fact is used. */
export type FactUse = Readonly<{ year: number; code: string; element: string }>

/** An item of a framework year with all that its page in the office shows. */
export type ItemWork = Readonly<{
  ref: ItemRef
  /** B.E. */
  year: number
  code: string
  title: Bilingual | null
  certainty: Certainty
  documentYear: number | null
  group: Readonly<{ number: string; title: Bilingual }>
  unit: UnitName | null
  dueOn: IsoDay | null
  /** Of owner and due day; 0 while nobody has set any. */
  version: number
  elements: readonly ElementWork[]
  score: ItemScore
  findings: readonly OpenFinding[]
  /** Set where a published report answers the item, live; `fiscalYear` is null while none is published. */
  byReport: Readonly<{ fiscalYear: number | null }> | null
  /** What would become public now, and its hash: what `publishItem` is given as seen. */
  content: ItemContent
  contentHash: string
  /** Newest first, withdrawn ones too. */
  versions: readonly PublicVersion[]
  /** The newest that stands. */
  newest: PublicVersion | null
  /** Whether what stands here is other than what is public. */
  isChanged: boolean
  /** Where else each fact of the item is used, by the id of the fact. */
  uses: Readonly<Record<string, readonly FactUse[]>>
  /** The address that was submitted for the item; null before. */
  submittedAddress: string | null
  /** Whether what becomes public must first pass a chain of approval. */
  isChained: boolean
}>

/** An item in the list of its year. */
export type ItemRow = Readonly<{
  ref: ItemRef
  code: string
  title: Bilingual | null
  certainty: Certainty
  unit: UnitName | null
  dueOn: IsoDay | null
  version: number
  score: ItemScore
  /** How many elements it asks for, and how many of them do not pass. */
  required: number
  missing: number
  findings: readonly OpenFinding[]
  isByReport: boolean
  newest: PublicVersion | null
  isChanged: boolean
}>

/** The calendar of a framework year; null where not known. */
export type YearCalendar = Readonly<{
  submissionFrom: IsoDay | null
  submissionTo: IsoDay | null
  scoringFrom: IsoDay | null
  scoringTo: IsoDay | null
  clarificationFrom: IsoDay | null
  clarificationTo: IsoDay | null
}>

export type YearWork = Readonly<{
  year: number
  title: Bilingual
  calendar: YearCalendar
  submitted: Readonly<{ at: Date; byName: string }> | null
  /** Of the calendar; 0 while nobody has set any. */
  version: number
  groups: readonly ItemGroup<ItemRow>[]
  /** Null where the program does not know the rule of the year. */
  totals: Totals | null
  /** How sure the rule is, and whence. */
  aggregation: Readonly<{ certainty: Certainty; source: string }>
  counts: Readonly<{ items: number; full: number; published: number; changed: number }>
  isChained: boolean
}>

/** A fact with all its versions and where it is used. */
export type FactWork = Readonly<{
  fact: Fact
  unit: UnitName | null
  evidenceId: string | null
  madeAt: Date
  madeByName: string
  removedAt: Date | null
  /** Newest first. */
  versions: readonly (Fact & Readonly<{ changedAt: Date; changedByName: string }>)[]
  uses: readonly FactUse[]
}>

/** What the public page of an item shows. */
export type PublicItem = Readonly<{
  ref: ItemRef
  year: number
  code: string
  title: Bilingual | null
  certainty: Certainty
  documentYear: number | null
  group: Readonly<{ number: string; title: Bilingual }>
  unit: MaybeBilingual | null
  answers: readonly ElementAnswer[]
  score: ItemScore
  /** Set where a published report answers the item, live; `fiscalYear` is null while none is published. */
  byReport: Readonly<{ fiscalYear: number | null }> | null
  /** The version that is shown; null where none is public, or a report answers. */
  shown: PublicVersion | null
  /** Newest first, withdrawn ones too. */
  versions: readonly PublicVersion[]
}>

/** An item in the public list of its year. */
export type PublicRow = Readonly<{
  ref: ItemRef
  code: string
  title: Bilingual | null
  certainty: Certainty
  unit: MaybeBilingual | null
  unitId: string | null
  isByReport: boolean
  documentYear: number | null
  answers: readonly ElementAnswer[]
  score: ItemScore
  shown: PublicVersion | null
  changedAt: Date | null
}>
export type PublicYear = Readonly<{
  year: number
  title: Bilingual
  groups: readonly ItemGroup<PublicRow>[]
  totals: Totals | null
  aggregation: Readonly<{ certainty: Certainty; source: string }>
}>
