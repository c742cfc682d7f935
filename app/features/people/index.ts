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
export { foldEmail, linkAddress } from './sign-in/link.domain.ts'
export { roleNeedsSecondFactor } from './sign-in/session.domain.ts'
