import type { TextOf } from '../../../../i18n/language.ts'
import type { issueRefusalTh } from './issue-refusal.th.ts'

export const issueRefusalEn: TextOf<typeof issueRefusalTh> = {
  codes: {
    'cycle.unknown': 'This year has not been opened yet. Open it before you add issues.',
    'issue.unknown': 'There is no such issue; it may have been removed. Go back to the overview of the year.',
    'issue.many': 'This year has 99 issues already. Join some, or remove those that are not used.',
  },
  faults: {
    'issue.no-title': () => 'Give the issue a title.',
    'issue.long-title': (longest) => `The title is too long. Write at most ${longest} characters.`,
    'issue.long-text': (longest) =>
      `The text is too long. Write at most ${Number(longest).toLocaleString('en')} characters.`,
    'issue.many-limitations': (most) => `There are too many limitations. Join them to at most ${most}.`,
    'citation.unknown-item': (items) =>
      `No framework has these items: ${items}. Check code and year, or take the brackets away.`,
  },
}
