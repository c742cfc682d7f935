import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { peoplePageTh } from './people-page.th.ts'

export type PeoplePageText = TextOf<typeof peoplePageTh>

export const peoplePageEn: PeoplePageText = {
  title: 'People',
  lead: 'Who works with the system or is named for work of the agency, with the roles that hold today',
  invite: 'Invite a person',
  importRoster: 'Import people from a file',
  errorTitle: 'Not saved yet. Correct the following',
  notKept:
    'You are signed in again, but the file that you had chosen was not kept. Choose it and send it again.',
  kept: 'What you had typed before your session ended is still here. Check it and save it again.',
  states: {
    active: 'active',
    invited: 'invited, not yet in',
    named: 'named, does not sign in',
    disabled: 'disabled',
  },
  stateFilter: 'Filter by state',
  everyState: 'All who are not disabled',
  filter: 'Search and filter',
  text: 'Name, e-mail address or position',
  unit: 'Unit',
  role: 'Role',
  anyUnit: 'Every unit',
  anyRole: 'Every role',
  noUnit: 'No unit',
  show: 'Show',
  clear: 'Clear filters',
  found: (found, inAll) => `${found} of ${plural(inAll, 'person', 'people')}`,
  columns: { name: 'Name', position: 'Position', roles: 'Roles today', state: 'State', seen: 'Last seen' },
  noRole: 'No role',
  never: 'Never',
  nobodyTitle: 'Nobody fits this search',
  nobodyBody:
    'Use other words, or clear the filters. People who are disabled are shown by the state "disabled".',
  aloneTitle: 'Nobody is here but you',
  aloneBody:
    'Begin with the ITA coordinator and the measure owners of each unit, or import everybody from an Excel file.',
  page: (page, pages) => `Page ${page} of ${pages}`,
  earlier: 'Previous page',
  later: 'Next page',
  pages: 'Pages of the list',
  inviteTitle: 'Invite a person',
  inviteLead:
    'They get a letter with a link that is good once and for 7 days, and choose themselves how they sign in.',
  mailOff:
    'Mail is off. Once this is saved, an administrator can read the link on the page "Mail that waits" and hand it over in another safe way.',
  name: 'First name and family name',
  email: 'Email',
  emailHint: 'The invitation goes to it, and it is used to sign in',
  positionTitle: 'Position (optional)',
  lang: 'Language of letters and pages',
  langs: { th: 'Thai', en: 'English' },
  rolesTitle: 'Roles',
  rolesHint: 'Any number of them, from today on. A last day can be set later on the page of the person.',
  ownerUnit: 'Unit whose measures they own',
  ownerUnitHint: 'For the role of measure owner',
  chooseUnit: 'Choose a unit',
  send: 'Send the invitation',
  cancel: 'Cancel',
}
