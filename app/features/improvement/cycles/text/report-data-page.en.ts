import type { TextOf } from '../../../../i18n/language.ts'
import type { reportDataPageTh } from './report-data-page.th.ts'

export type ReportDataPageText = TextOf<typeof reportDataPageTh>

export const reportDataPageEn: ReportDataPageText = {
  title: (year) => `Report data ${year}`,
  lead: 'The cover, the background, the item that the report answers, its resolutions, lists of names and box of criteria. Each is saved by itself.',
  errorTitle: 'Not saved yet. Correct the following',
  saved: 'The report data is saved',
  same: 'Nothing was different, so nothing was saved',
  toReport: 'See the draft report',
  toCycles: 'All years',
  coverTitle: 'Cover',
  reportTitle: 'Title of the report',
  agencyLine: 'Line of the agency',
  yearLine: 'Line of the fiscal year',
  preparedByLine: 'Prepared by (optional)',
  preparedByHint: 'As it is to be printed, in Thai',
  approvalLine: 'Approval (optional)',
  approvalHint: 'Meeting, number and day. Several resolutions stand on lines of their own',
  runningTitle: 'Title at the head of pages (optional)',
  runningHint: 'Empty for the title of the report',
  issuesHeading: 'Heading above the list of issues (optional)',
  issuesHint: 'Empty for one that is written with the right number of issues',
  contentTitle: 'Beginning of the report',
  background: 'Background',
  backgroundHint:
    'Begin a line with - for a list, put ** around strong words, and write a code within [[ ]] to cite it, for example [[O28]]',
  judgingTitle: 'Check of completeness',
  resultsYear: 'Year of the results that are analysed (B.E.)',
  resultsHint: 'Codes of items in an analysis are of this year',
  answers: 'Item that the report answers',
  answersHint: 'The report is checked against this item',
  save: 'Save the report data',
  cover: 'Lines of the cover',
  nothing: 'None',
}
