/** Front door of the room for pure code. */
export {
  type Agency,
  type AgencyNames,
  hasNames,
  isAgencyCode,
  mayBeOf,
  type NamedByPaper,
  namesAfterRenaming,
  namesWithPaper,
} from './agency.domain.ts'
export { existsOn, inTreeOrder, isOpen, type Unit, unitLabel } from './directory/unit.domain.ts'
export { PEOPLE_POLICY, type PeopleAct } from './people.policy.ts'
export { foldEmail, linkAddress } from './sign-in/link.domain.ts'
export { roleNeedsSecondFactor } from './sign-in/session.domain.ts'
export { peopleActsText, roleDuty, roleText } from './text/index.ts'
