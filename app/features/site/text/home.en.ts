import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { homeTh } from './home.th.ts'

export type HomeText = TextOf<typeof homeTh>

export const homeEn: HomeText = {
  title: (agency) => `Home – ${agency}`,
  lead: 'The agency’s site for integrity and transparency: services, news, disclosed information, and work that can be checked step by step.',
  doorsHeading: 'Complain or report',
  doors: {
    complaint: 'A service was late, wrong, rude or unequal: tell the agency, so that it is put right.',
    toComplaint: 'How to complain',
    whistle: 'You saw corruption or misconduct: first read how to report it, and how the law protects you.',
    toWhistle: 'How to report, and protection',
  },
  itaHeading: (year) => `ITA assessment ${year} (B.E.)`,
  toItems: (year) => `Open the OIT items of ${year}`,
  itemsWhole: (whole, all) => `${whole} of ${plural(all, 'item')} complete`,
  itemsSaid: 'Counted from the elements of each item on this site; this is no official result.',
  readReport: 'Read the whole report',
  whyScore: 'See why it scores so',
  verdictHeading: 'Completeness',
  verdictNoRule: 'No rule for this item yet',
  verdictFull: 'Every element is there',
  verdictZero: (count) => `${plural(count, 'element')} missing`,
  verdictOf: (item, year) => `of the yearly report, item ${item} of ${year}`,
  servicesHeading: 'Services',
  allServices: 'All services',
  noServices: 'The agency has not published a service manual yet.',
  newsHeading: 'Latest news',
  allNews: 'All news',
  noNews: 'The agency has not published any news yet.',
  numbersHeading: (year) => `Numbers of fiscal year ${year} (B.E.)`,
  issues: (count) => (count === 1 ? 'issue analysed' : 'issues analysed'),
  measures: (count) => (count === 1 ? 'measure' : 'measures'),
  pairs: (count) => (count === 1 ? 'before–after score pair' : 'before–after score pairs'),
  resolutions: (count) => (count === 1 ? 'resolution mentioned' : 'resolutions mentioned'),
  sourceOfFigures: (year) => `Counted from the report of fiscal year ${year} (B.E.)`,
  bannersHeading: 'Announcements',

  closePopup: 'Close the announcement',
  readMore: 'Read more',
  otherYears: 'Reports of other years',
  emptyTitle: 'No report is published yet',
  emptyBody:
    'As soon as the agency brings in a report or a sheet of measures, this page shows its issues, measures, outcomes and completeness score. Start with the command',
}
