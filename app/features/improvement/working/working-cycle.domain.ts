import type { DecimalText } from '../../../kernel/decimal.ts'
import type { Field } from '../../../kernel/field.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { RichText } from '../../../kernel/rich-text.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type {
  Cover,
  Criteria,
  NameList,
  OutcomeFact,
  OwnerUnit,
  Period,
  ResolutionMention,
} from '../cycle.domain.ts'
import type { MeasureState } from './measure-state.domain.ts'

/**
 * The cycle of a year while it is worked on. Everything in it has an identifier that stays, and a version that counts its
 * changes: who saves says which version they saw. What is published of it is a `Cycle`; see `toCycle`.
 */
export type WorkingCycle = Readonly<{
  id: string
  version: number
  /** B.E. */
  fiscalYear: number
  facts: ReportFacts
  /** In the order of the report, without those that were removed. */
  issues: readonly WorkingIssue[]
}>

/** What the report says besides its issues. Field names are contracts: the history names them. */
export type ReportFacts = Readonly<{
  resultsYear: number
  answers: ItemRef
  cover: Cover
  background: RichText
  criteria: Criteria | null
  nameLists: readonly NameList[]
  resolutions: readonly ResolutionMention[]
  /** Null: the units that the measures name. */
  units: readonly OwnerUnit[] | null
}>

export type WorkingIssue = Readonly<{
  id: string
  version: number
  /** As it is counted in the report, from 1. */
  number: number
  facts: IssueFacts
  measures: readonly WorkingMeasure[]
  outcomes: readonly WorkingOutcome[]
}>

export type IssueFacts = Readonly<{
  title: string
  /** The same title as the list of issues prints it, where that differs. */
  listedTitle: string | null
  analysis: RichText
  limitations: readonly RichText[]
}>

export type WorkingMeasure = Readonly<{
  id: string
  issueId: string
  version: number
  /** As it is counted within its issue, from 1. */
  number: number
  printedNumber: string | null
  state: MeasureState
  facts: MeasureFacts
  /** The units of `facts.unitIds`, with names, in the same order. */
  units: readonly NamedUnit[]
  /** The day by which it is to be handed in; null while neither a day nor a period is set. */
  dueOn: IsoDay | null
}>
export type NamedUnit = Readonly<{ id: string; code: string | null; nameTh: string; nameEn: string | null }>

/** What is written in a measure. Field names are contracts: the history names them. */
export type MeasureFacts = Readonly<{
  text: Field<RichText>
  kind: MeasureKind | null
  period: Field<Period>
  /** Owner units, in the order in which the report names them. */
  unitIds: readonly string[]
  /** The people of these units who see to it; without any, everyone who answers for one of the units. */
  personIds: readonly string[]
  /** The owners as the report prints them, where that is not the names of the units. */
  ownersWritten: string | null
  expectedEvidence: string | null
  /** Baht. */
  budget: Field<DecimalText>
  summary: Field<RichText>
  /** The day by which it is to be handed in, where that is not the last day of its period. */
  dueDay: IsoDay | null
}>

/**
 * Kinds of measures, our own list (no manual names one): rules and policy, a way of working, telling the public, teaching
 * staff, a system, control and audit, anything else.
 */
export const MEASURE_KINDS = [
  'policy',
  'process',
  'communication',
  'training',
  'system',
  'oversight',
  'other',
] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]

export type WorkingOutcome = Readonly<{ id: string; issueId: string; version: number; facts: OutcomeFacts }>

/** What an outcome says. Field names are contracts: the history names them. */
export type OutcomeFacts = Readonly<{
  /** Identifiers of measures of the issue, in their order. */
  covers: readonly string[]
  text: Field<RichText>
  facts: readonly OutcomeFact[]
  /** Beside each fact the imported results that it was picked from; null for one that was typed. */
  picked: readonly (PickedScores | null)[]
}>
export type PickedScores = Readonly<{ before: string | null; after: string | null }>
