/** Front door of the room for pure code. */
export { type Agency, type AgencyNames, isAgencyCode } from './agency.domain.ts'
