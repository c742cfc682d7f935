import type { Bilingual } from '../../../i18n/language.ts'
import type { RoleName } from '../../../kernel/actor.ts'
import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { PublicationStatus } from '../../approvals/index.ts'
import type { Certainty, Comparable, Relationship, Standing } from '../../catalogue/index.ts'
import type { SourceFile } from '../../improvement/index.ts'
import type { ElementKey, ElementState } from '../verdict.domain.ts'
import type { BrokenCode } from './broken-link.domain.ts'
import type { CellPart, ReportCellId } from './cells.domain.ts'

/**
 * The whole walk of a published report, as anybody may read it: what each cell says, which element it answers, on what it
 * rests, by which resolutions it is public and where its items stand in every framework year. A contract of the public
 * interface. No person is named, and of confidential evidence only the number is told.
 */
export type Walk = Readonly<{
  schema: 'prongsai.walk/1'
  report: Readonly<{
    fiscalYear: number
    title: string
    agency: Readonly<{ name: string; shortName: string | null }>
    /** The disclosure item that it answers. */
    answers: ItemRef
  }>
  publication: WalkPublication
  /** Null where no rule is known for the item. */
  verdict: WalkVerdict | null
  approvals: Readonly<{
    /** The resolutions by which this very content is public, in the order of the chain. */
    report: readonly WalkResolution[]
    /** The resolutions that approved the measures of the year, as they stand in the report or as they stood before. */
    measures: readonly WalkResolution[]
    /** Whether the measures of the report are those that were approved, in words. */
    measuresAnswer: Bilingual
    /** Resolutions as the report's own text names them. */
    mentioned: readonly WalkMention[]
    /** What is known of the approvals, in words. */
    answer: Bilingual
  }>
  /** The file that the report was brought in from; null for one written in the program, or where nothing is known. */
  source: SourceFile | null
  cells: readonly CellWalk[]
  /** Every item that a cell names, with its place in every framework year. */
  items: readonly ItemPlaces[]
}>

export type WalkPublication = Readonly<{
  version: number
  status: PublicationStatus
  /** SHA-256 of the canonical JSON of its content. */
  contentHash: string
  /** Path of its permanent address. */
  address: string
  publishedAt: string
  withdrawal: Readonly<{ at: string; reason: string; resolution: WalkResolution }> | null
}>

export type WalkVerdict = Readonly<{
  item: ItemRef
  score: 0 | 100
  /** B.E. year in which the reported work must have been done. */
  workYear: number
  elements: number
  passing: number
  /** How sure the rule is, and where it was read. */
  certainty: Certainty
  source: string
}>

export type WalkResolution = Readonly<{
  body: string
  meetingNumber: string
  form: 'meeting' | 'circular'
  decidedOn: IsoDay
  decision: string
  wording: string
  /** When it was entered: a resolution may be entered after its day. */
  recordedAt: string
  isWithdrawn: boolean
}>

export type WalkMention = Readonly<{
  body: string
  meetingNumber: string
  heldOn: IsoDay
  wording: string
  about: 'measures' | 'report' | 'other'
}>

/** How a cell came into the report. */
export type CellBasis = 'work' | 'file' | 'not-known'

export type CellWalk = Readonly<{
  id: ReportCellId
  part: CellPart
  issue: number | null
  measure: number | null
  outcome: number | null
  label: Bilingual
  /** As published. */
  text: string
  /** What the rule asks of it; one for each measure that an outcome covers, none where the rule asks nothing of it. */
  elements: readonly CellElement[]
  basis: CellBasis
  evidence: readonly EvidenceWalk[]
  /** Pieces of evidence of which nothing more is told. */
  confidentialEvidence: number
  submitted: StepWalk | null
  accepted: StepWalk | null
  scores: readonly ScoreWalk[]
  items: readonly ItemRef[]
  /** Which of the approvals are about it. */
  approvedBy: readonly ('report' | 'measures')[]
  /** What is known and what is not, in words. */
  answer: Bilingual
}>

export type CellElement = Readonly<{
  measure: number
  element: ElementKey
  state: ElementState
  passes: boolean
  reason: Bilingual
}>

export type EvidenceWalk = Readonly<{
  title: string
  kind: 'file' | 'link'
  fileName: string | null
  sha256: string | null
  /** Bytes. */
  size: number | null
  mediaType: string | null
  version: number
  /** The day that it is about. */
  evidenceDate: IsoDay | null
  addedOn: IsoDay
  expiresOn: IsoDay | null
  /** How it no longer holds; empty while it does. */
  broken: readonly BrokenCode[]
}>

export type StepWalk = Readonly<{ at: string; role: RoleName | null; unit: Bilingual | null }>

export type ScoreWalk = Readonly<{
  item: ItemRef
  value: DecimalText
  answered: number | null
  required: number | null
  fileName: string
  sha256: string
  sheet: string | null
  row: number
  importedOn: IsoDay
}>

export type ItemPlaces = Readonly<{
  item: ItemRef
  title: Bilingual | null
  /** Null where the catalogue does not know it. */
  certainty: Certainty | null
  years: readonly YearPlace[]
}>
export type YearPlace = Readonly<{
  year: number
  standing: Standing
  items: readonly Readonly<{
    item: ItemRef
    title: Bilingual | null
    relationship: Relationship
    comparable: Comparable
    certainty: Certainty
  }>[]
}>
