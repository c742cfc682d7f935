/** The forms of the page, each saved by itself. The names are inputs, and names of drafts. */
const REPORT_PARTS = ['data', 'resolutions', 'lists', 'criteria'] as const
export type ReportPart = (typeof REPORT_PARTS)[number]

/** Which form was sent; the first where it does not say. */
export const partOf = (typed: string | undefined): ReportPart =>
  REPORT_PARTS.find((part) => part === typed) ?? 'data'

/** The draft of a form of a year, by the Thai address of its page. */
export const draftOf = (year: number, part: ReportPart): string =>
  `/office/cycles/${year}/report-data ${part}`
