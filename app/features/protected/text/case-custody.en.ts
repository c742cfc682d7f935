import type { TextOf } from '../../../i18n/language.ts'
import type { caseCustodyTh } from './case-custody.th.ts'

export type CaseCustodyText = TextOf<typeof caseCustodyTh>

export const caseCustodyEn: CaseCustodyText = {
  hold: 'Put erasure on hold',
  holdLead: 'The case is not erased when its time has come, until the hold is lifted.',
  free: 'Lift the hold on erasure',
  freeLead: 'The case is erased when it has been kept long enough.',
  title: 'Who the reporter is',
  none: 'The reporter did not say who they are.',
  sealed:
    'The reporter said who they are. Two custodians together can open it, and the reporter sees each request and release.',
  ask: 'Ask for the identity',
  reader: 'Who is to read it',
  days: 'For how many days',
  daysHint: '1 to 90 days',
  consent: 'Ask the reporter for consent first',
  until: (day) => `Can be read until ${day}`,
  waitsConsent: 'Waits for the reporter’s consent',
  states: {
    asked: 'Waits for the first custodian',
    'half-opened': 'Waits for the second custodian',
    released: 'Released',
    refused: 'Refused',
    expired: 'Expired',
  },
  read: 'Read the identity',
  readLead: 'Each reading is kept in the log',
  shown: 'Who the reporter is; shown this once',
  done: {
    asked: 'The identity was asked for',
    held: 'Erasure is on hold',
    freed: 'The hold on erasure was lifted',
  },
  faults: {
    'hold.no-reason': 'Write a reason',
    'hold.same': 'The hold has changed meanwhile. Open this page again',
    'release.no-identity': 'The reporter did not say who they are',
    'release.no-reason': 'Write a reason',
    'release.days': 'Write a number of days from 1 to 90',
    'release.reader': 'Choose who is to read it from the list',
    'release.pending': 'A request for this reader is still under way',
    'release.not-found': 'There is no such request',
    'release.not-yours': 'This request is not yours',
    'release.wrong-state': 'The request has changed meanwhile. Open this page again',
    'release.consent-refused': 'The reporter refused consent',
    'release.expired': 'The time for reading is over. Ask again if need be',
    'release.broken': 'The identity does not open and may have been altered. Have the database checked',
    'release.one-person': 'The two custodians must be two people',
    'case.not-whole': 'Something in this case was altered or is missing, so nothing was done',
    'case.not-found': 'There is no such case',
  },
}
