import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { officeTh } from './office.th.ts'

export type OfficeText = TextOf<typeof officeTh>
export const officeEn: OfficeText = {
  skip: 'Skip to the main content',
  menu: 'Work menu',
  product: 'Prongsai',
  toSite: 'See the site of the agency',
  fiscalYear: (year) => `Fiscal year B.E. ${year}`,
  otherLanguage: 'ภาษาไทย',
  person: 'Signed in',
  noRole: 'No role yet',
  account: 'My account',
  drafts: 'My drafts',
  reminders: 'Reminders and calendar',
  signOut: 'Sign out',
  waiting: (count) => `${plural(count, 'entry', 'entries')} waiting`,
  notices: (count) => (count === 0 ? 'Notices' : `Notices, ${count} not read`),
  groups: {
    work: 'My work',
    people: 'People',
    agency: 'Settings of the agency',
    control: 'Oversight',
    self: 'Personal',
  },
  entries: {
    home: 'Start',
    cycles: 'Work of the year',
    evidence: 'Evidence',
    scores: 'Results',
    notices: 'Notices',
    people: 'People',
    units: 'Units',
    roster: 'Roster',
    agency: 'The agency',
    providers: 'Identity providers',
    permissions: 'Permissions',
    audit: 'Audit log',
    mail: 'Mail that waits',
    account: 'My account',
  },
  refused: {
    title: 'You may not do this',
    act: (act) => `Your account may not ${act}.`,
    nothingDone: 'Nothing was changed.',
    whoMay: 'Roles that may',
    onlySelf: 'Only who the account belongs to may do this.',
    whoHelps: 'Who can help you',
    nobodyHelps: 'Nobody of the agency holds such a role now. Tell whoever keeps the server of this system.',
    unknownAct: 'do this',
    body: 'This address is open only to who has the permission.',
  },
  missing: {
    title: 'This page was not found',
    body: 'There is nothing at this address, or it is not of your agency. Check the address, or choose from the work menu.',
  },
  away: {
    title: 'The system is not ready for the moment',
    body: 'The database does not answer yet. Nothing that was saved is lost. Open this page again in a moment.',
  },
  fault: {
    title: 'Something went wrong',
    body: 'All that was saved before is still there; what was done last may not have been saved. Go back, check, and try again. If it still fails, tell the administrator of your agency, and at what time it happened.',
  },
  toStart: 'Back to the start of work',
}
