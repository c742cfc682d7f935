import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { searchPageTh } from './search-page.th.ts'

export type SearchPageText = TextOf<typeof searchPageTh>

export const searchPageEn: SearchPageText = {
  title: 'Search',
  titleOf: (text) => `Search for “${text}”`,
  field: 'Words',
  hint: 'Looks into issues, measures, evidence, agendas, resolutions and tickets of all years. Spaces and tone marks of Thai need not match; several words with spaces between them have all to occur.',
  go: 'Search',
  found: (count) => `${plural(count, 'thing')} found`,
  more: 'Only the first are shown. Add a word to be more exact.',
  none: 'Nothing has all of these words',
  noneBody: 'Use shorter or fewer words, or look through the lists.',
  toCycles: 'Yearly work',
  toEvidence: 'Evidence',
  issueOf: (year, number) => `Fiscal year ${year} (B.E.), issue ${number}`,
  measureOf: (year, number) => `Fiscal year ${year} (B.E.), measure ${number}`,
  kinds: {
    page: 'Pages',
    issue: 'Issues',
    measure: 'Measures',
    evidence: 'Evidence',
    agenda: 'Agenda items and resolutions',
    ticket: 'Tickets of the desk',
  },
  palette: {
    open: 'Go to…',
    title: 'Go to a page, an issue, a measure or evidence',
    field: 'Name of a page, or words',
    results: 'Found',
    none: 'Nothing found. Enter opens the search page.',
    failed: 'The search does not answer. Enter opens the search page.',
    keys: 'Arrows choose, Enter opens, Esc closes',
    close: 'Close',
  },
}
