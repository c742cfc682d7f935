import type { ReportCellId } from '../walk/cells.domain.ts'
import { type Markup, markup, nothing } from './markup.ts'

/** Where the cells of a published report lead: to what each rests on. Files of a report have none of these links. */
export type WhyLinks = Readonly<{
  to: (cell: ReportCellId) => string
  /** The cell to which the outcome column of a measure leads. */
  outcomeCell: (issue: number, measure: number) => ReportCellId
  /** What a cell is called, as its page says it. */
  nameOf: (cell: ReportCellId) => string
  /** What the link says, and its whole name for who does not see where it stands. */
  word: string
  label: (name: string) => string
}>

/** The quiet link of one cell; nothing where there are no links. */
export const whyLink = (why: WhyLinks | undefined, cell: ReportCellId): Markup =>
  why
    ? markup`<span class="why no-print"><a href="${why.to(cell)}" aria-label="${why.label(why.nameOf(cell))}">${why.word}</a></span>`
    : nothing
