import { ROLES } from '../../kernel/actor.ts'
import type { Policy } from '../../kernel/permission.ts'

/** Who may do what with the items that the agency discloses. `ownUnit` is the unit that answers for the item. */
export const DISCLOSURE_POLICY = {
  'disclosure.read': { roles: ROLES },
  // Facts, declared absences, and what of the year before is used again.
  'disclosure.change': { roles: ['ita-coordinator'], ownUnit: true },
  // Who answers for an item, until when; the calendar of the year.
  'disclosure.assign': { roles: ['ita-coordinator'] },
  'disclosure.publish': { roles: ['ita-coordinator'] },
  'disclosure.withdraw': { roles: ['ita-coordinator', 'administrator'] },
  // The addresses that the assessor opens, provisional scores and clarifications.
  'disclosure.submit': { roles: ['ita-coordinator'] },
} satisfies Policy

export type DisclosureAct = keyof typeof DISCLOSURE_POLICY
