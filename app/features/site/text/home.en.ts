import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { homeTh } from './home.th.ts'

export type HomeText = TextOf<typeof homeTh>

export const homeEn: HomeText = {
  title: (agency) => `Integrity and transparency – ${agency}`,
  lead: 'How the agency reads its assessment results, what it does about them and what came of it: every step can be checked from here.',
  reportOf: (year) => `Report of fiscal year ${year} (B.E.)`,
  readReport: 'Read the whole report',
  whyScore: 'See why it scores so',
  issues: (count) => (count === 1 ? 'issue' : 'issues'),
  measures: (count) => (count === 1 ? 'measure' : 'measures'),
  pairs: (count) => (count === 1 ? 'before–after score pair' : 'before–after score pairs'),
  resolutions: (count) => (count === 1 ? 'resolution mentioned' : 'resolutions mentioned'),
  issueHeading: (count) => `${plural(count, 'issue')} of this year`,
  issueNumber: (number) => `Issue ${number}`,
  measureCount: (count) => plural(count, 'measure'),
  findingCount: (count) => plural(count, 'point to check', 'points to check'),
  verdictHeading: 'Completeness',
  verdictNoRule: 'No rule for this item yet',
  verdictFull: 'Every element is there',
  verdictZero: (count) => `${plural(count, 'element')} missing`,
  verdictOf: (item, year) => `Item ${item} of the ITA framework ${year}`,
  sourceOfFigures: 'All figures are counted from this report itself',
  otherYears: 'Reports of other years',
  emptyTitle: 'No report is published yet',
  emptyBody:
    'As soon as the agency brings in a report or a sheet of measures, this page shows its issues, measures, outcomes and completeness score. Start with the command',
}
