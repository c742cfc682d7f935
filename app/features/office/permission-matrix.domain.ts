import type { Language } from '../../i18n/language.ts'
import type { RoleName } from '../../kernel/actor.ts'
import type { ActRule, Policy } from '../../kernel/permission.ts'
import { APPROVALS_POLICY, approvalsActsText } from '../approvals/index.ts'
import { ASSESSMENTS_POLICY, assessmentsActsText } from '../assessments/index.ts'
import { CATALOGUE_POLICY, catalogueActsText } from '../catalogue/index.ts'
import { DESK_POLICY, deskActsText } from '../desk/index.ts'
import { DISCLOSURE_POLICY, disclosureActsText } from '../disclosure/index.ts'
import { EVIDENCE_POLICY, evidenceActsText } from '../evidence/index.ts'
import { IMPROVEMENT_POLICY, improvementActsText } from '../improvement/index.ts'
import { OPERATION_POLICY, operationActsText } from '../operation/index.ts'
import { PEOPLE_POLICY, peopleActsText } from '../people/index.ts'
import { SITE_POLICY, siteActsText } from '../site/index.ts'
import { WATCH_POLICY, watchActsText } from '../watch/index.ts'
import { OFFICE_POLICY } from './office.policy.ts'
import { officeActsText } from './text/index.ts'

type Room = Readonly<{
  room: string
  policy: Policy
  acts: (lang: Language) => Readonly<Record<string, string>>
}>

/** The rooms whose policies are shown, in this order. */
const ROOMS = [
  { room: 'people', policy: PEOPLE_POLICY, acts: peopleActsText },
  { room: 'catalogue', policy: CATALOGUE_POLICY, acts: catalogueActsText },
  { room: 'improvement', policy: IMPROVEMENT_POLICY, acts: improvementActsText },
  { room: 'evidence', policy: EVIDENCE_POLICY, acts: evidenceActsText },
  { room: 'assessments', policy: ASSESSMENTS_POLICY, acts: assessmentsActsText },
  { room: 'approvals', policy: APPROVALS_POLICY, acts: approvalsActsText },
  { room: 'disclosure', policy: DISCLOSURE_POLICY, acts: disclosureActsText },
  { room: 'watch', policy: WATCH_POLICY, acts: watchActsText },
  { room: 'site', policy: SITE_POLICY, acts: siteActsText },
  { room: 'desk', policy: DESK_POLICY, acts: deskActsText },
  { room: 'operation', policy: OPERATION_POLICY, acts: operationActsText },
  { room: 'office', policy: OFFICE_POLICY, acts: officeActsText },
] as const satisfies readonly Room[]
export type MatrixRoom = (typeof ROOMS)[number]['room']

/** What a role may do with an act: anywhere, where it concerns an own unit, or not; see `MatrixRow.self`. */
export type Leave = 'yes' | 'own-unit' | 'no'

export type MatrixRow = Readonly<{
  act: string
  /** Whether a role may do it to what is one's own. */
  self: (role: RoleName) => boolean
  leave: (role: RoleName) => Leave
}>

/** Every act of every policy, by room, as the use cases ask them. */
export const permissionMatrix = (): readonly Readonly<{ room: MatrixRoom; rows: readonly MatrixRow[] }>[] =>
  ROOMS.map(({ room, policy }) => ({
    room,
    rows: Object.entries<ActRule>(policy).map(([act, rule]) => ({
      act,
      self: (role) => rule.self === true || (rule.self?.includes(role) ?? false),
      leave: (role) => leaveOf(rule, role),
    })),
  }))

/** What every act of every policy is called. */
export const actNames = (lang: Language): Readonly<Record<string, string>> =>
  Object.assign({}, ...ROOMS.map(({ acts }) => acts(lang)))

function leaveOf(rule: ActRule, role: RoleName): Leave {
  if (rule.roles.includes(role)) return 'yes'
  return rule.ownUnit && role === 'unit-owner' ? 'own-unit' : 'no'
}
