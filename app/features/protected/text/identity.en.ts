import type { TextOf } from '../../../i18n/language.ts'
import type { identityTh } from './identity.th.ts'

export const identityEn: TextOf<typeof identityTh> = {
  title: 'Release of a reporter’s identity',
  lead: 'It takes two custodians, who open it for one named reader and for a number of days. The reporter sees every step.',
  back: 'Back to the reporting channel',
  none: 'There is no request in which you have a part. Recipients ask from the page of a case.',
  ask: 'Ask for the identity of who reported this case',
  reason: 'Reason (the reporter and the custodians will read it)',
  days: 'Days for which it can be read (1–90)',
  consent: 'Ask the reporter for consent first',
  send: 'Send the request',
  request: (day) => `Request of ${day}`,
  reader: 'Reader',
  fingerprint: 'Fingerprint of the reader’s key',
  forDays: (days) => `To be read for ${days === 1 ? '1 day' : `${days} days`}`,
  until: (day) => `To be read until ${day}`,
  states: {
    asked: 'Waits for the first custodian',
    'half-opened': 'Waits for the second custodian',
    released: 'Released to the reader',
    refused: 'Refused',
    expired: 'Can be read no longer',
  },
  waiting: 'Waits for the consent of the reporter',
  open: { outer: 'Open the outer layer', inner: 'Open the inner layer for the reader' },
  refuse: 'Refuse',
  read: 'Read the identity',
  identity: 'Identity of the reporter',
  done: 'It is done.',
  fault:
    'This could not be done. Please check the reason, the days and the state of the request, and try again.',
}
