import type { TextOf } from '../../../i18n/language.ts'
import type { peopleActsTh } from './people-acts.th.ts'

export const peopleActsEn: TextOf<typeof peopleActsTh> = {
  'agency.change': 'change the particulars of the agency',
  'unit.read': 'see the units',
  'unit.change': 'found, change and end units',
  'person.read': 'see the people',
  'person.invite': 'invite people',
  'person.change': 'change the particulars of a person',
  'privileged-person.change': 'change or invite again who holds more than the role of measure owner',
  'person.disable': 'disable a person and enable them again',
  'role.change': 'grant and end roles',
  'unit-owner.name': 'name the measure owners of a unit',
  'roster.import': 'import the roster',
  'roster.export': 'export the roster',
  'provider.change': 'set up sign-in with identity providers',
  'second-factor.reset': 'reset the second factor of another person',
  'session.end': 'sign out other devices',
  'way-to-sign-in.change': 'change the ways to sign in',
  'reminder.change': 'change reminders and the calendar address',
  'holiday.read': 'read the public holidays',
  'holiday.change': 'change the public holidays',
  'permission.read': 'see the table of permissions',
}
