import type { TextOf } from '../../../../i18n/language.ts'
import type { outcomeRefusalTh } from './outcome-refusal.th.ts'

export const outcomeRefusalEn: TextOf<typeof outcomeRefusalTh> = {
  codes: {
    'issue.unknown': 'There is no such issue; it may have been removed. Go back to the overview of the year.',
    'outcome.unknown': 'There is no such outcome; it may have been removed. Go back to the issue.',
    'outcome.many': 'This issue has 99 outcomes already. Join those that belong together.',
    'outcome.changed-since':
      'Somebody changed this outcome after you opened the page. Look at what it says now, then remove it again.',
  },
  faults: {
    'outcome.covers-nothing': () => 'Choose at least one measure that this outcome covers.',
    'outcome.unknown-measure': () => 'A measure that you chose has been removed. Choose again.',
    'outcome.no-text': () => 'Write what the report prints: an empty cell never passes.',
    'outcome.long-text': (longest) =>
      `The text is too long. Write at most ${Number(longest).toLocaleString('en')} characters.`,
    'outcome.both': () => 'There is a text, and it is declared that there is none. Choose one of the two.',
    'outcome.many-facts': (most) => `There are ${most} figures and facts already.`,
    'citation.unknown-item': (items) =>
      `No framework has these items: ${items}. Check code and year, or take the brackets away.`,
    'fact.unknown-kind': () => 'Choose the kind of outcome.',
    'fact.no-score': () => 'Choose a result.',
    'fact.unknown-score': () => 'The result that you chose has been corrected or removed. Choose again.',
    'fact.no-label': () => 'Say what was measured.',
    'fact.long-label': () => 'The name of what was measured is too long. Write at most 300 characters.',
    'fact.no-value': () => 'Give the value.',
    'fact.bad-value': () => 'The value could not be read. Write a number like 85.6; a score is at most 100.',
    'fact.bad-year': () =>
      'The year could not be read, or the earlier one is not before the later. Write it like 2567.',
    'fact.unknown-item': () =>
      'The framework of that year has no such item. Check the code, like e1 or ind6.',
  },
}
