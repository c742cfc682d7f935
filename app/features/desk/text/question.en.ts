import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { questionTh } from './question.th.ts'

/** A question page of the site, made of an answered ticket. */
export const questionEn: TextOf<typeof questionTh> = {
  title: (reference) => `A question page from ${reference}`,
  lead: 'Take out everything that tells who the person is, and keep it as a draft of the site. It is public when the site publishes it.',
  back: 'Back to the ticket',
  original: 'As it was written',
  originalLead:
    'What may be personal data is marked. The program finds email addresses, telephone numbers and citizen numbers alone; names and addresses must be found by you.',
  found: (count) =>
    count === 0
      ? 'The program found no personal data; please read it yourself'
      : `${plural(count, 'place')} found`,
  kinds: { email: 'Email address', telephone: 'Telephone number', 'national-id': 'Citizen number' },
  person: 'What the person asked',
  answer: 'Answer',
  edited: 'What will be public',
  titleTh: 'Question (Thai)',
  titleEn: 'Question (English, optional)',
  bodyTh: 'Answer (Thai)',
  bodyEn: 'Answer (English, optional)',
  slug: 'Address of the page',
  slugHint: 'Letters a–z, digits and hyphens, for example change-appointment',
  sure: 'I read it: there is no personal data in it, or none that may not be public',
  save: 'Keep as a draft',
  kept: 'What you wrote before your session ended is still here. Please check it and save it again.',
  notNow: 'A question page can be made once the ticket is answered or closed',
  errorTitle: 'Nothing was saved. Please mend this first',
}
