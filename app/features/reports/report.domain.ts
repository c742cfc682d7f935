import type { DecimalText } from '../../kernel/decimal.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'
import type { RichText, Run } from '../../kernel/rich-text.ts'

/** The report, ready to be set in any format: one model, from which PDF, DOCX, HTML and the tables are made. */
export type Report = Readonly<{
  /** Language of the added parts (headings of added sections, notes). The report's own words stay as published. */
  lang: 'th' | 'en'
  fiscalYear: number
  answers: ItemRef
  agency: Readonly<{ name: string; shortName: string | null }>
  /** Title of the document in one line, for metadata and bookmarks. */
  title: string
  cover: CoverPage
  /** Head line of every page: short title, and year at the other side. */
  runningHead: Readonly<{ title: string; year: string }>
  /** SHA-256 of the canonical JSON of the cycle's content, hexadecimal. */
  contentHash: string
  sections: readonly Section[]
  /** Names of people and the agency's short name, whole words when lines are broken: no dictionary has them. */
  properNames: readonly string[]
}>

export type CoverPage = Readonly<{
  title: string
  agencyLine: string
  yearLine: string
  preparedByLine: string | null
  approvalLines: readonly string[]
}>

/** `id` is the anchor in HTML and the bookmark's name; sections are level-1 headings. */
export type Section = Readonly<{
  id: string
  heading: string
  /** Starts a page of its own on paper. */
  newPage: boolean
  blocks: readonly ReportBlock[]
}>

export type ReportBlock =
  | Readonly<{ kind: 'heading'; id: string; level: 2 | 3; text: string }>
  | Readonly<{ kind: 'text'; text: RichText }>
  | Readonly<{ kind: 'numbered'; items: readonly RichText[] }>
  | Readonly<{ kind: 'measures'; table: MeasureTable }>
  | Readonly<{ kind: 'scores'; chart: ScoreChart }>
  | Readonly<{
      kind: 'table'
      caption: string
      head: readonly string[]
      rows: readonly (readonly TableCell[])[]
      /** Relative widths of the columns. */
      widths: readonly number[]
    }>
  | QrBlock
  | Readonly<{ kind: 'note'; tone: 'plain' | 'warning'; runs: readonly Run[] }>

/** A QR code of `address`, and beside it what is typed or read in its place. */
export type QrBlock = Readonly<{
  kind: 'qr'
  address: string
  /** What the code is, for who cannot see it. */
  alt: string
  /** `code` is set large, to be copied by hand; `hash` small, so that it has one line. */
  beside: readonly Readonly<{ label: string; text: string; look: 'code' | 'hash' | 'plain' }>[]
}>

export type TableCell = Readonly<{ text: string; align: 'start' | 'end' | 'center'; strong?: true }>

/** The five columns of the report, in their order. */
export type MeasureTable = Readonly<{
  issue: number
  caption: string
  head: readonly [string, string, string, string, string]
  rows: readonly MeasureRow[]
}>
export type MeasureRow = Readonly<{
  measure: number
  text: ReportCell
  period: ReportCell
  owners: ReportCell
  summary: ReportCell
  /** Null when the row is covered by the outcome of an earlier row (`outcomeRows` of that row counts it). */
  outcome: ReportCell | null
  /** Rows that this row's outcome covers, itself included; 1 for an outcome of its own. */
  outcomeRows: number
}>
/** `text` is never empty: a cell that is missing or was declared none says so in words of the report's language. */
export type ReportCell = Readonly<{ state: 'value' | 'none' | 'missing'; text: RichText }>

/** Score pairs and single scores, drawn as a dumbbell chart with a table twin. */
export type ScoreChart = Readonly<{
  id: string
  /** Says the finding, e.g. how many rose and how many of the pairs are comparable. */
  title: string
  caption: string
  beforeYear: number
  afterYear: number
  rows: readonly ScoreRow[]
}>
export type ScoreRow = Readonly<{
  issue: number
  label: string
  unit: string
  before: DecimalText | null
  after: DecimalText
  beforeOf: ItemRef | null
  afterOf: ItemRef | null
  comparable: 'yes' | 'no' | 'unknown'
  /** after − before with sign and two places; null without a pair or when the two are not comparable. */
  change: DecimalText | null
}>

/** One downloadable form of the report. `bytes` are what the address serves, for ever. */
export type RenderedFile = Readonly<{ fileName: string; mediaType: string; bytes: Uint8Array }>
export const REPORT_FORMATS = ['pdf', 'docx', 'html', 'xlsx', 'csv', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]
