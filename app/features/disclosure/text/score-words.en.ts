import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { scoreWordsTh } from './score-words.th.ts'

export const scoreWordsEn: TextOf<typeof scoreWordsTh> = {
  home: 'First page of the site',
  whole: 'What the item asks for',
  ungrouped: 'Sub-indicator not known',
  given: (count) => (count === 1 ? 'Given' : `Given: ${plural(count, 'entry', 'entries')}`),
  declared: (text) => `Declared none: ${text}`,
  missing: (element) => `“${element}” is missing`,
  add: 'Add it, or declare that there is none and say why',
  notSeen: (element, address) => `“${element}” was not found at ${address}`,
  showIt: 'Make that page show it, then check again',
  fromReport: 'The published report has all of it',
  reportOf: (year) => `Report on the measures to promote integrity and transparency, fiscal year ${year}`,
  noReport: 'No published report answers this item yet',
  publishReport: 'Make and publish the report that answers this item',
}
