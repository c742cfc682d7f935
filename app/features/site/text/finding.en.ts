import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { findingTh } from './finding.th.ts'

export const findingEn: TextOf<typeof findingTh> = {
  search: {
    title: 'Search this site',
    titleOf: (text) => `Search for “${text}”`,
    field: 'Words to look for',
    hint: 'Looks into every page that is published: reports, OIT items, news, services and open data. Thai needs neither spaces nor exact tone marks.',
    go: 'Search',
    found: (count) => `${plural(count, 'page')} found`,
    cut: (shown) => `The first ${shown} are shown; add a word to be more exact`,
    none: 'No page has all of these words',
    noneBody: 'Try shorter or fewer words, or look at the site map.',
    toMap: 'Site map',
    inThai: 'In Thai',
  },
  map: {
    title: 'Site map',
    lead: 'Every page that is published, by subject',
    contents: 'Subjects on this page',
    pages: (count) => plural(count, 'page'),
    empty: 'Nothing is published yet',
  },
  groups: {
    start: 'Start and contact',
    service: 'Services',
    news: 'News',
    disclosure: 'Disclosure (OIT)',
    report: 'Yearly reports',
    data: 'Open data',
    question: 'Questions and answers',
    policy: 'Policies of this site',
    page: 'About the agency',
    tool: 'Tools',
  },
  poster: {
    scan: 'Scan to open this page',
    orType: 'or type the address',
    alt: (title) => `QR code of the page ${title}`,
  },
}
