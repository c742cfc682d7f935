/** Front door of the room: agencies, inside a transaction of the caller. */
export { ensureAgency, findAgencyByCode, nameAgency } from './agency.repo.server.ts'
