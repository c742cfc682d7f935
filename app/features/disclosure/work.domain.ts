import type { Bilingual } from '../../i18n/language.ts'
import type { IsoDay } from '../../kernel/thai-date.ts'
import type { OpenFinding } from '../watch/index.ts'
import type {
  ElementAnswer,
  Fact,
  ItemGroup,
  ItemScore,
  MaybeBilingual,
  Required,
} from './disclosure.domain.ts'
import type { Totals } from './score.domain.ts'
import type { YearDays } from './submission/window.domain.ts'

export type WorkUnit = Readonly<{ id: string; name: MaybeBilingual }>

/** A publication of an item, as its history shows it. */
export type PublishedVersion = Readonly<{
  id: string
  version: number
  contentHash: string
  publishedAt: Date
  publishedByName: string
  withdrawn: Readonly<{ at: Date; byName: string; reason: string }> | null
}>

/** An item among those of its year, as those who work on it see it. */
export type YearWorkRow = Readonly<{
  code: string
  title: Bilingual | null
  unit: WorkUnit | null
  dueOn: IsoDay | null
  score: ItemScore
  /** Elements that are neither given nor declared to be none. */
  missing: number
  findings: number
  /** The newest publication that was not withdrawn. */
  published: PublishedVersion | null
  /** Whether what stands now is another content than that one. */
  hasChanged: boolean
}>

export type YearCalendar = YearDays & Readonly<{ submittedAt: Date | null; version: number }>

/** A framework year and its items. */
export type YearWork = Readonly<{
  year: number
  calendar: YearCalendar
  groups: readonly ItemGroup<YearWorkRow>[]
  totals: Totals | null
}>

/** A place where a fact is used: an element of an item. */
export type FactUse = Readonly<{ year: number; code: string; element: string }>

/** One item with everything that somebody who works on it needs. */
export type ItemWork = Readonly<{
  year: number
  code: string
  title: Bilingual | null
  unit: WorkUnit | null
  dueOn: IsoDay | null
  /** Of owner and due day; 0 where nobody set them yet. */
  version: number
  required: readonly Required[]
  answers: readonly ElementAnswer[]
  score: ItemScore
  findings: readonly OpenFinding[]
  /** By the id of the fact, the places where else it is used. */
  otherUses: ReadonlyMap<string, readonly FactUse[]>
  /** The published report that answers the item; its elements need no entries. Null where entries answer it. */
  byReport: Readonly<{ fiscalYear: number | null }> | null
  /** Of what would be published now. */
  contentHash: string
  /** Newest first, withdrawn ones too. */
  versions: readonly PublishedVersion[]
  hasChanged: boolean
  /** Steps of the chain of approval that this very content has not passed; null where the agency made no chain. */
  waitingFor: readonly string[] | null
}>

/** A fact on its own page. */
export type FactWork = Readonly<{
  fact: Fact
  isRemoved: boolean
  evidenceId: string | null
  /** Newest first. */
  versions: readonly (Fact & Readonly<{ changedAt: Date; changedByName: string }>)[]
  uses: readonly (FactUse & Readonly<{ title: Bilingual | null; isPublished: boolean }>)[]
}>
