import { ROLES } from '../../kernel/actor.ts'
import type { Policy } from '../../kernel/permission.ts'

/** Who may do what with evidence. `ownUnit` is the unit whose evidence it is. */
export const EVIDENCE_POLICY = {
  'evidence.read': { roles: ROLES },
  'evidence.read-confidential': { roles: ['ita-coordinator', 'auditor'], ownUnit: true, self: ROLES },
  'evidence.add': {
    roles: ['administrator', 'ita-coordinator', 'unit-owner', 'meeting-secretary', 'desk-officer'],
  },
  // Title, dates, note, a new version, taking it out and back.
  'evidence.change': { roles: ['ita-coordinator'], ownUnit: true, self: ROLES },
} satisfies Policy

export type EvidenceAct = keyof typeof EVIDENCE_POLICY
