import type { Policy } from '../../kernel/permission.ts'

/** Who may do what with agencies, units, people, roles and ways to sign in. The matrix page shows these rows. */
export const PEOPLE_POLICY = {
  'agency.change': { roles: ['administrator'] },
  'unit.read': { roles: ['administrator', 'ita-coordinator', 'executive', 'auditor'] },
  'unit.change': { roles: ['administrator', 'ita-coordinator'] },
  'person.read': { roles: ['administrator', 'ita-coordinator', 'executive', 'auditor'] },
  'person.invite': { roles: ['administrator', 'ita-coordinator'] },
  'person.change': { roles: ['administrator', 'ita-coordinator'] },
  // Who holds more than units: a new address would be a way into their account.
  'privileged-person.change': { roles: ['administrator'] },
  'person.disable': { roles: ['administrator'] },
  'role.change': { roles: ['administrator'] },
  'unit-owner.name': { roles: ['administrator', 'ita-coordinator'] },
  'roster.import': { roles: ['administrator'] },
  'roster.export': { roles: ['administrator', 'auditor'] },
  'provider.change': { roles: ['administrator'] },
  'second-factor.reset': { roles: ['administrator'] },
  'session.end': { roles: ['administrator'], self: true },
  'way-to-sign-in.change': { roles: [], self: true },
  'reminder.change': { roles: [], self: true },
  'holiday.read': { roles: ['administrator', 'ita-coordinator', 'desk-officer', 'executive', 'auditor'] },
  'holiday.change': { roles: ['administrator', 'desk-officer'] },
  'permission.read': { roles: ['administrator', 'ita-coordinator', 'executive', 'auditor'] },
} satisfies Policy

export type PeopleAct = keyof typeof PEOPLE_POLICY
