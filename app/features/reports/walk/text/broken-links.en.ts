import type { TextOf } from '../../../../i18n/language.ts'
import type { brokenLinksTh } from './broken-links.th.ts'

export type BrokenLinksText = TextOf<typeof brokenLinksTh>
export const brokenLinksEn: BrokenLinksText = {
  heading: 'What no longer holds',
  lead: 'What was published does not change; what it rests on did. The public page says so as it is. Renew it, bring it back, or mend it at its source.',
  none: 'Checked every day: all evidence and every resolution still holds.',
  foundOn: (day) => `found on ${day}`,
  whole: 'the whole report',
  resolution: 'the resolution that was withdrawn',
  confidential: 'evidence that is not disclosed',
  people: 'Who handed in and accepted',
  peopleLead: 'Names are shown in the office alone; the public page tells unit and role.',
  place: 'Text',
}
