import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { citationTh } from './citation.th.ts'

export type CitationText = TextOf<typeof citationTh>

export const citationEn: CitationText = {
  title: 'Items cited',
  lead: 'The items of the assessment that this text cites, with their scores and the same items in other years.',
  noTitle: 'No source gives the words of this item.',
  concept: 'About',
  score: (value, year) => `Scored ${value} in the results of ${year}`,
  noScore: (year) => `No score of ${year} has been imported`,
  otherYears: 'In other years',
  inYear: (year) => `${year}`,
  standing: { 'not-asked': 'does not ask this', 'not-known': 'it is not known whether it asks this' },
  comparable: {
    yes: 'comparable',
    no: 'not comparable',
    unknown: 'not confirmed to be comparable',
  },
  more: (count) => `and ${plural(count, 'more item')}`,
  points: (value) => `score ${value}`,
  editor: {
    tools: 'Formatting',
    bold: 'Bold (Ctrl+B)',
    bullets: 'Bulleted list',
    numbers: 'Numbered list',
    undo: 'Undo (Ctrl+Z)',
    redo: 'Redo (Ctrl+Y)',
    offers: 'Items to cite',
    offered: '$1 to choose from. Use the arrow keys, then Enter',
    none: 'The framework of $2 has no item $1, so it is not cited yet',
    failed: 'Items cannot be looked up at the moment. You can go on typing',
    cited: '$1 cited',
    hint: 'Type the code of an item, like i1, e11-e12 or o27, and choose from the list to cite it from $1. For another year, type the year first, like 2566:o8.',
  },
}
