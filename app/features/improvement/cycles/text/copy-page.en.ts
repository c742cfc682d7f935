import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { copyPageTh } from './copy-page.th.ts'

export type CopyPageText = TextOf<typeof copyPageTh>

export const copyPageEn: CopyPageText = {
  title: 'Copy a year',
  titleOf: (from, to) => `Copy ${from} into ${to}`,
  lead: 'Choose what the new year takes over. Summaries, outcomes, evidence and the states of measures are never copied.',
  errorTitle: 'Not copied yet. Correct the following',
  from: 'Copy from year (B.E.)',
  to: 'Into year (B.E.)',
  toHint: 'A year that is not open yet is opened by copying',
  show: 'See what would be copied',
  noYears: 'There is no year to copy from yet. Open a year or import a report first',
  toCycles: 'Back to the years',
  fromWork: 'Copied is the work of the year, as it is now',
  fromPublication: 'Copied is the published report, as that year is not open',
  intoOpen: 'The year copied into is open already: the copies follow the issues it has',
  intoNew: 'The year copied into is not open yet. It is opened, with a cover drafted from the other',
  parts: 'What is copied of each issue',
  part: {
    analysis: 'Analysis',
    limitations: 'Limitations',
    measures: 'Measures',
    owners: 'Owner units',
    expectedEvidence: 'Expected evidence',
    periods: 'Periods, moved to the new year',
  },
  partHint: {
    analysis: 'It cites the results of the earlier year and has to be written anew',
    limitations: '',
    measures: '',
    owners: 'Units that still exist; people who were named have to be named anew',
    expectedEvidence: '',
    periods: 'For example January to March 2567 becomes January to March 2568',
  },
  issues: 'Issues that are copied',
  holds: (measures, owners, periods) =>
    `${plural(measures, 'measure')}, ${owners} with owners, ${periods} with a period`,
  noMeasures: 'No measures to copy',
  there: 'The new year has it already; it is not copied again',
  count: 'To be copied',
  counted: (issues, measures) => `${plural(issues, 'issue')}, ${plural(measures, 'measure')}`,
  countedMore: (analysis, limitations, owners, evidence, periods) =>
    `${plural(analysis, 'analysis', 'analyses')}, ${plural(limitations, 'limitation')}, owners of ${owners}, expected evidence of ${evidence}, periods of ${periods}`,
  ended: (names) => `Units that have ended are not copied: ${names}`,
  countAgain: 'Count again',
  copy: 'Copy',
}
