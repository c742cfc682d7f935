import type { TextOf } from '../../../../i18n/language.ts'
import type { directoryRefusalTh } from './directory-refusal.th.ts'

export const directoryRefusalEn: TextOf<typeof directoryRefusalTh> = {
  'agency.no-name': 'Give the Thai name of the agency.',
  'agency.bad-type': 'There is no such kind of agency. Choose one from the list.',
  'agency.bad-host':
    'This is not a host name. Give the name alone, for example ita.agency.go.th, without https:// or a port.',
  'agency.host-taken': 'Another agency of this installation has this host name. Use another one.',
  'agency.host-unconfirmed':
    'The host name changes. Confirm that the new name leads to this machine; otherwise the site cannot be opened.',
  'unit.no-name': 'Give the Thai name of the unit.',
  'unit.bad-code': 'The code of the unit is too long. Use at most 20 characters.',
  'unit.code-taken': 'Another unit has this code. Use another one, or end that unit first.',
  'unit.unknown': 'This unit is not there. Open the list of units again.',
  'unit.unknown-parent': 'The parent unit is not there or has ended. Choose one from the list.',
  'unit.circle': 'A unit cannot stand below itself or below a unit of its own. Choose another parent.',
  'unit.has-children': 'Units below it have not ended. Move or end them first.',
  'unit.has-people': 'There are people in this unit. Move them to another unit first.',
  'unit.has-owners': 'The unit still has measure owners after its last day. End their roles first.',
  'unit.ended': 'This unit has ended, or its last day is set. Choose another unit.',
  'person.unknown': 'This person is not there. Open the list of people again.',
  'person.no-name': 'Give first name and family name.',
  'person.too-long': 'The text is too long. Use at most 200 characters.',
  'person.no-email': 'Give an e-mail address: the invitation goes to it, and it is used to sign in.',
  'person.bad-email': 'This is not an e-mail address. Check it, for example name@agency.go.th.',
  'person.email-taken':
    'Somebody else in the agency has this e-mail address. Use another one, or change that person.',
  'person.is-disabled': 'This person is disabled. Enable them first.',
  'person.bad-language': 'Choose Thai or English.',
  'role.unknown': 'There is no such role. Choose one from the list.',
  'role.unit-missing': 'Choose the unit that the measure owner answers for.',
  'role.already-held':
    'The person holds this role on some of these days already. End that role first, or give other days.',
  'role.not-begun': 'The last day may not be before the first day of the role. Give that day or a later one.',
  'role.is-ended': 'This role has ended already. Open the page of the person again.',
  'administrator.last':
    'The agency needs an administrator on every day. First grant somebody else the role of administrator without a last day.',
  'day.unreadable': 'This is not a date. Give, for example, 1 October 2024 or 1/10/2567.',
  'day.end-before-start': 'The last day is before the first. Check both.',
  'day.past': 'The last day has passed. Give today or a later day.',
}
