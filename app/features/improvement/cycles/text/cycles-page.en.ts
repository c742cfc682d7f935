import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { cyclesPageTh } from './cycles-page.th.ts'

export type CyclesPageText = TextOf<typeof cyclesPageTh>

export const cyclesPageEn: CyclesPageText = {
  title: 'Years',
  lead: 'Every fiscal year has one cycle: from the analysis, issues and measures to the yearly report.',
  errorTitle: 'Not done yet. Correct the following',
  kept: 'What you typed before signing in is in the form. Check it and send it again',
  open: 'Open a year',
  openTitle: 'Open an empty year',
  openLead:
    'The cover is drafted and the item that the report answers is chosen by the year. Both can be changed under Report data.',
  fiscalYear: 'Fiscal year (B.E.)',
  resultsYear: 'Year of the results that are analysed (if not the year before)',
  resultsYearHint: 'Empty when the results are those of the year before this fiscal year',
  answers: 'Item that the report answers',
  answersByYear: 'The item of this year, by the framework',
  item: (code, year, title) => `${code} of ${year} ${title}`,
  save: 'Open the year',
  cancel: 'Cancel',
  caption: 'All years',
  columns: { year: 'Fiscal year', work: 'Work', state: 'Progress', published: 'Report', act: 'Go on' },
  year: (year) => `${year}`,
  issues: (count) => plural(count, 'issue'),
  measures: (count) => plural(count, 'measure'),
  done: (done, all) => `${done} of ${all} done`,
  inReview: (count) => `${count} in review`,
  late: (count) => `${count} late`,
  notOpen: 'Not open yet',
  noMeasures: 'No measures yet',
  publishedAsIs: (version) => `Published, version ${version}`,
  publishedEarlier: (version) => `Version ${version} published, work changed since`,
  notPublished: 'Not published',
  savedOnly: 'A report is kept and waits for its approval',
  publishedOn: (day) => `on ${day}`,
  overview: 'Overview',
  overviewOf: (year) => `Overview of ${year}`,
  reportData: 'Report data',
  reportDataOf: (year) => `Report data of ${year}`,
  report: 'Draft report',
  reportOf: (year) => `Draft report of ${year}`,
  takeUp: 'Work on it',
  takeUpOf: (year) => `Work on it: the report of ${year}`,
  copy: 'Copy to another year',
  copyOf: (year) => `Copy to another year: ${year}`,
  emptyTitle: 'There is no year yet',
  emptyBody:
    'There are two ways to begin: open an empty year and add issues and measures, or import the report of an earlier year and copy its issues and measures into the new one, without typing them again.',
  opened: (year) => `The year ${year} is open`,
  openedNext: 'Next, add the first issue, or copy from another year',
  notOfYear: (year) =>
    `No framework that the program knows asks for ${year}, so the item of the nearest year was taken. Change it under Report data once that framework is out`,
  takenUp: (year) => `The report of ${year} can be worked on now`,
  takenUpState: 'Measures with a summary are done; those without one are not started',
  unmatchedTitle: 'Units of the report that are not in the directory',
  unmatchedBody:
    'Owners are still printed as in the report, but nobody has these measures yet. Set up the units, then assign the measures',
  unmatchedMeasures: (count) => plural(count, 'measure'),
  toUnits: 'To the units',
  copied: (issues, measures, year) =>
    `${plural(issues, 'issue')} and ${plural(measures, 'measure')} were copied into ${year}`,
  copiedNext: 'Next: check the period, the owners and the due day of each measure',
}
