import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { contradictionsPageTh } from './contradictions-page.th.ts'

export type ContradictionsPageText = TextOf<typeof contradictionsPageTh>

export const contradictionsPageEn: ContradictionsPageText = {
  title: 'Contradictions and proposed issues',
  lead: 'What staff believe, what the public sees and what the agency discloses, in the results of one year. Where they contradict each other, propose an issue with a drafted analysis.',
  years: 'Results of',
  yearOf: (year) => String(year),
  emptyTitle: 'No results yet',
  emptyBody:
    'Once the scores of the items of IIT, EIT and OIT are imported, this page orders seven themes by how far the views lie apart, drafts an analysis with its citations for you to edit, and names the weak items that the next year no longer measures.',
  toImport: 'Import results',
  noFramework: (year) =>
    `The framework of ${year} is not known here, so it is not known what its items ask about.`,
  fewTitle: (known, all) => `${known} of ${plural(all, 'item')} have a score`,
  unseen: (instruments) =>
    `The items of ${instruments} of this year are not known here, so only the scores of their indicators can be used.`,
  few: (compared, all) =>
    `Views can be compared in ${compared} of ${plural(all, 'theme')}. Where one view alone is known, the page says which items are below the bound, but not whom that contradicts. Import the scores of the items of all three instruments to see every theme.`,
  list: (year) => `Where views lie apart in the results of ${year}, the largest first`,
  rule: {
    title: 'How this is computed and ordered',
    view: 'A view is the mean of the scores of the items that are known. Where none is known, the scores of their indicators stand in, and the page says so.',
    size: 'The size of a contradiction is the highest view less the lowest.',
    weakness: (bound, level) =>
      `Weakness is by how many points the lowest view is below ${bound}, the bound of the level “${level}” in the framework of that year.`,
    noBound: 'The framework of this year states no levels, so weakness is left out.',
    order:
      'The order is size plus weakness, the largest first. Themes of which fewer than two views are known come last, the weakest first.',
    rounding: 'Computed before rounding and shown with two places: sums of what is shown may differ by 0.01.',
    themes:
      'The seven themes start from the items that each issue of the example report cites, and hold in other years by what items ask about, not by their numbers. Nothing on this page compares years.',
  },
  unverified: 'Unverified',
  unverifiedBound: (level) => `The bound of the level “${level}” is unverified in the framework.`,
  names: {
    staff: 'Staff believe (IIT)',
    public: 'The public sees (EIT)',
    disclosure: 'The agency discloses (OIT)',
  },
  short: { staff: 'staff', public: 'the public', disclosure: 'disclosure' },
  kinds: {
    'staff-not-public': 'Staff believe it, the public does not see it',
    'disclosed-not-seen': 'Disclosed, but not seen',
    'public-not-staff': 'The public sees it, staff do not believe it',
    'seen-not-disclosed': 'Seen as good, but not disclosed in full',
    'all-weak': 'Below the bound in every view',
    none: 'Every known view reaches the bound',
    'too-little': 'Too little known to say',
  },
  noView: 'This theme has no such view',
  notKnown: 'No score yet',
  notAsked: 'Not asked this year',
  points: (value) => `${value} points`,
  bound: (value) => `bound ${value}`,
  ofItems: (known, all) => `mean of ${known} of ${plural(all, 'item')}`,
  ofIndicators: (known, all, numbers) =>
    `no score of an item is known: indicator ${numbers} stands in (${known} of ${plural(all, 'indicator')} known)`,
  weakItems: (count) => `${plural(count, 'item')} below the bound`,
  answered: (least, most) =>
    least === most ? plural(least, 'respondent') : `${least} to ${plural(most, 'respondent')}`,
  noAnswered: 'the source does not say how many answered',
  sum: {
    size: (highest, lowest, a, b, size) => `Size ${size} (${highest} ${a} − ${lowest} ${b})`,
    weakness: (bound, lowest, weakness) => `weakness ${weakness} (bound ${bound} − ${lowest})`,
    noWeakness: 'weakness 0.00 (not below the bound)',
    rank: (rank) => `together ${rank}`,
    rankUnrounded: (rank) => `together ${rank} (computed before rounding)`,
    notCompared: 'No size: fewer than two views are known',
  },
  items: (count) => `Items of this theme (${count})`,
  itemsCaption: (title) => `Items of the theme ${title}`,
  columns: {
    item: 'Item',
    subject: 'Asks about',
    score: 'Score',
    n: 'Respondents',
    why: 'Why it is here',
    next: 'The next year asks',
  },
  itemOf: (code, year) => `${code} of ${year}`,
  isWeak: 'below the bound',
  noScore: 'no score',
  unmeasured: {
    'not-asked': (year, subjects) => `Not asked in ${year}: ${subjects}`,
    'not-known': (year, subjects) => `Not known whether ${year} asks: ${subjects}`,
  },
  propose: 'Propose an issue',
  proposeIn: (year) =>
    `Opens the form of an issue of fiscal year ${year} with a draft to edit. Nothing is saved until you add it.`,
  there: (year) => `Fiscal year ${year} has an issue of this title already.`,
  toIssue: 'Open the issue',
  noCycle: (year) =>
    `No fiscal year that is worked on reads the results of ${year}, so nothing can be proposed yet.`,
  toCycles: 'Open a fiscal year',
  spots: {
    title: 'Blind spots',
    lead: (year, next) =>
      `Items of ${year} that came out below the bound, or that issues of the agency cite of what the public sees, and that the framework of ${next} no longer asks. The assessment will not show whether they become better: measure them in a way of your own.`,
    noNext: (year) => `No framework after ${year} is known here, so blind spots are not known yet.`,
    none: 'No blind spots among the items that are known.',
    goneCaption: 'Items no longer measured',
    otherwise: 'Asked otherwise',
    otherwiseLead: (next) =>
      `${next} has another question in their place, which may not be compared: a higher score does not mean that these became better.`,
    notKnown: (count) => `Not known whether the next year asks (${count})`,
    weak: 'Score below the bound',
    cited: 'Cited in the issue',
  },
}
