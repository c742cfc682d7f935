import type { DecimalText } from '../../kernel/decimal.ts'
import type { Field } from '../../kernel/field.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'
import type { RichText } from '../../kernel/rich-text.ts'
import type { IsoDay } from '../../kernel/thai-date.ts'

/** The improvement cycle of one fiscal year of one agency: what the yearly report reports. */
export type Cycle = Readonly<{
  schema: 'prongsai.cycle/1'
  /** B.E.; the year whose measures were carried out (1 October of the year before to 30 September). */
  fiscalYear: number
  /** Framework year of the results that the analyses read (item numbers in analyses belong to it). */
  resultsYear: number
  /** The disclosure item that the report answers, e.g. `2568:O28`. */
  answers: ItemRef
  agency: Readonly<{ name: string; shortName: string | null }>
  cover: Cover
  background: RichText
  criteria: Criteria | null
  issues: readonly Issue[]
  resolutions: readonly ResolutionMention[]
  units: readonly OwnerUnit[]
  nameLists: readonly NameList[]
  /** Where the cycle was read from; null for one written in the program. Not part of the content hash. */
  source: SourceFile | null
}>

/** Lines of the cover, as published. */
export type Cover = Readonly<{
  title: string
  agencyLine: string
  yearLine: string
  preparedByLine: string | null
  approvalLine: string | null
  runningTitle: string | null
  /** Heading above the list of issues ("ผลการวิเคราะห์ … 7 ประเด็น ประกอบด้วย"). */
  issuesHeading: string | null
}>

/** The box that quotes the item's rule, as published. */
export type Criteria = Readonly<{
  heading: string
  body: RichText
  scoringHeading: string | null
  scoring: RichText
}>

/** ประเด็น: what the analysis found, and everything done about it. */
export type Issue = Readonly<{
  number: number
  title: string
  /** The same title as it stands in the list of issues, where it is printed differently. */
  listedTitle: string | null
  analysis: RichText
  limitations: readonly RichText[]
  measures: readonly Measure[]
  /** Outcomes belong to the issue. Each names the measures it covers; a measure that none covers has none. */
  outcomes: readonly Outcome[]
}>

/** มาตรการ. `number` counts within the issue from 1; `printedNumber` is the number printed before its text ("1."). */
export type Measure = Readonly<{
  number: number
  printedNumber: string | null
  text: Field<RichText>
  period: Field<Period>
  owners: Field<Owners>
  summary: Field<RichText>
}>

/** As written ("ม.ค. – มี.ค. 67") and as read; months are read as their first and last day. */
export type Period = Readonly<{ written: string; start: IsoDay; end: IsoDay }>

/** As written ("เจ้าของบริการ และ ส่วน การตลาดและการสื่อสาร (DCM)") and as read. */
export type Owners = Readonly<{ written: string; units: readonly OwnerUnit[] }>
export type OwnerUnit = Readonly<{ name: string; code: string | null }>

export type Outcome = Readonly<{
  /** Numbers of the measures it covers; the first is the one in whose row it is printed. */
  covers: readonly number[]
  text: Field<RichText>
  facts: readonly OutcomeFact[]
}>

/** What an outcome states, of four kinds. `quote` is the passage it was read from. */
export type OutcomeFact =
  | ScoreFact
  | Readonly<{ kind: 'absence'; quote: string }>
  | Readonly<{ kind: 'completion'; quote: string }>

/**
 * A score of an assessment, or a percentage of a survey of the agency's own. With `before` it is a pair. `of` names the
 * item or indicator measured; null where the report does not say and no rule found it. The label is empty where the
 * report names nothing.
 */
export type ScoreFact = Readonly<{
  kind: 'score' | 'percentage'
  label: string
  before: Measurement | null
  after: Measurement
  /** As printed: "คะแนน", "ร้อยละ". */
  unit: string
  quote: string
}>
export type Measurement = Readonly<{ year: number | null; value: DecimalText; of: ItemRef | null }>

/** How a score is called where it is shown: by its label, else by its unit. */
export const scoreName = ({ label, unit }: ScoreFact): string => (label === '' ? unit : label)

/** มติ as a report mentions it. Meeting numbers are text and count by calendar year. */
export type ResolutionMention = Readonly<{
  body: string
  meetingNumber: string
  heldOn: Readonly<{ written: string; day: IsoDay }>
  /** The sentence that mentions it, as written. */
  wording: string
  about: 'measures' | 'report' | 'other'
  place: Readonly<{
    part: 'cover' | 'background' | 'outcome' | 'summary'
    issue: number | null
    measure: number | null
  }>
}>

export type NameList = Readonly<{ heading: string; persons: readonly NamedPerson[] }>
export type NamedPerson = Readonly<{ number: string | null; name: string; position: string }>

export type SourceFile = Readonly<{ fileName: string; sha256: string; format: SourceFormat }>
export type SourceFormat = 'text' | 'docx' | 'xlsx' | 'csv' | 'json'

/** The part of a cycle that is content: what the hash covers and what may be published. */
export type CycleContent = Omit<Cycle, 'source'>
export const contentOf = ({ source: _source, ...content }: Cycle): CycleContent => content

export type CycleCounts = Readonly<{
  issues: number
  /** Measures of each issue, in order. */
  measures: readonly number[]
  scorePairs: number
  singleScores: number
  resolutions: number
  absences: number
  completions: number
}>

export function countCycle(cycle: CycleContent): CycleCounts {
  const facts = cycle.issues.flatMap((issue) => issue.outcomes.flatMap((outcome) => outcome.facts))
  const scores = facts.filter(
    (fact): fact is ScoreFact => fact.kind === 'score' || fact.kind === 'percentage',
  )
  return {
    issues: cycle.issues.length,
    measures: cycle.issues.map((issue) => issue.measures.length),
    scorePairs: scores.filter((fact) => fact.before !== null).length,
    singleScores: scores.filter((fact) => fact.before === null).length,
    resolutions: cycle.resolutions.length,
    absences: facts.filter((fact) => fact.kind === 'absence').length,
    completions: facts.filter((fact) => fact.kind === 'completion').length,
  }
}
