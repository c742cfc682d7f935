/** The shape of the example's data file, as far as it is read. */
export type ExampleFile = Readonly<{
  source: Readonly<{ file: string; sha256: string }>
  document: Readonly<{
    title: string
    agency: string
    agency_line: string
    fiscal_year_line: string
    running_title: string
    prepared_by_line: string
    approval_line: string
    derived: Readonly<{
      fiscal_year_be: number
      assessment_year_be: number
      oit_item: string
      agency_short: string
    }>
  }>
  background: readonly string[]
  approvals: readonly Readonly<{
    body: string
    meeting_no: string
    date_text: string
    decision: string
    derived: Readonly<{ object: string }>
  }>[]
  analysis_heading: string
  issue_titles: readonly string[]
  o28: Readonly<{
    heading: string
    intro: string
    components: readonly Readonly<{ no: number; text: string }>[]
    period_condition: string
    scoring: readonly Readonly<{ score: number; text: string }>[]
  }>
  issues: readonly ExampleIssue[]
  advisers: ExampleNames
  authors: ExampleNames
  derived: Readonly<{
    units: readonly Readonly<{ code: string | null; name: string }>[]
    suspected_text_faults: readonly Readonly<{
      source_line: number
      text: string
      suspect: string
      sure: boolean
    }>[]
  }>
}>

type ExampleNames = Readonly<{
  heading: string
  people: readonly Readonly<{ no: number; name: string; position: string }>[]
}>

export type ExampleReference = Readonly<{
  raw: string
  derived: Readonly<{ code?: string; codes?: readonly string[]; numbering_year_be: number }>
}>

export type ExampleIssue = Readonly<{
  no: number
  title: string
  analysis_md: string
  item_refs: readonly ExampleReference[]
  limitations: readonly Readonly<{ text: string }>[]
  measures: readonly Readonly<{
    no: number | null
    text: string
    period_text: string
    responsible_text: string
    units: readonly Readonly<{ name: string; code: string | null }>[]
    summary_md: string
    oit_refs_in_summary: readonly ExampleReference[]
  }>[]
  outcome_md: string
  derived: Readonly<{ outcome_is_shared_by_all_measures_of_the_issue: boolean }>
  score_pairs: readonly Readonly<{
    label: string
    value_2566: string | null
    value_2567: string
    unit: string
  }>[]
}>
