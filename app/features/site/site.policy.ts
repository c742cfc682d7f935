import { ROLES } from '../../kernel/actor.ts'
import type { Policy } from '../../kernel/permission.ts'

/** Who may do what with the public site. `ownUnit` is the unit whose page it is. */
export const SITE_POLICY = {
  'site.read': { roles: ROLES },
  'page.change': { roles: ['ita-coordinator', 'administrator'], ownUnit: true },
  // A draft of a question with its answer: the desk makes them of what people ask, and the site publishes them.
  'question.add': { roles: ['ita-coordinator', 'administrator', 'desk-officer'], ownUnit: true },
  'page.publish': { roles: ['ita-coordinator', 'administrator'] },
  // Everybody is asked to read a policy; who has done so.
  'reading.ask': { roles: ['ita-coordinator', 'administrator'] },
  'reading.see': { roles: ['ita-coordinator', 'administrator', 'executive', 'auditor'] },
  // Contact, brand, executives, banners.
  'profile.change': { roles: ['ita-coordinator', 'administrator'] },
} satisfies Policy

export type SiteAct = keyof typeof SITE_POLICY
