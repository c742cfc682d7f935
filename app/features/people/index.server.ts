/** Front door of the room for the server: agencies inside a transaction of the caller, and who works in them. */

export { listAgencies } from './agencies.queries.server.ts'
export {
  ensureAgency,
  findAgency,
  findAgencyByCode,
  listAgencyHosts,
  nameAgency,
} from './agency.repo.server.ts'
export { type AgencyDirectory, openAgencyDirectory } from './agency-directory.server.ts'
export { directoryErrorText } from './directory/directory.errors.ts'
export {
  findAgencyForForm,
  listNames,
  listOpenUnits,
  listPeople,
  type PersonRow,
} from './directory/directory.queries.server.ts'
export { listUnits } from './directory/unit.repo.server.ts'
export { changeAgency } from './directory/usecases/change-agency.server.ts'
export { disablePerson } from './directory/usecases/disable-person.server.ts'
export { enablePerson } from './directory/usecases/enable-person.server.ts'
export { invitePerson } from './directory/usecases/invite-person.server.ts'
export { findDraft } from './drafts/drafts.queries.server.ts'
export { forgetTyped } from './drafts/forget-typed.repo.server.ts'
export { dropDraft } from './drafts/usecases/drop-draft.server.ts'
export { listHoldersOf } from './helpers.queries.server.ts'
export { holidaysWithin, listHolidays } from './holidays/holidays.queries.server.ts'
export { findNames } from './names.queries.server.ts'
export { addNotices, type NewNotice, withdrawNotices } from './notices/notice.repo.server.ts'
export { findOwnFrame, type OwnFrame } from './notices/notices.queries.server.ts'
export { type EndingRole, findOfficeFacts, type OfficeFacts } from './office-facts.queries.server.ts'
export { pageRefused, permissionRefused } from './permission-refused.server.ts'
export { recordPermissionRefused } from './record-permission-refused.server.ts'
export { insertDigest } from './reminders/reminder.repo.server.ts'
export {
  type DigestReader,
  findCalendarReader,
  listDigestReaders,
  listMailReaders,
  listReachable,
  listUnitHeads,
} from './reminders/reminders.queries.server.ts'
export { importRoster } from './roster/usecases/import-roster.server.ts'
export { previewRoster } from './roster/usecases/preview-roster.server.ts'
export { findKept, keepSentForm } from './sign-in/kept-form.server.ts'
export { holdAgency } from './sign-in/person.repo.server.ts'
export { recordBadCookie, recordForgery } from './sign-in/record-refusals.server.ts'
export { signInContext } from './sign-in/sign-in-context.server.ts'
export { createSignInTools, type SignInTools } from './sign-in/sign-in-tools.server.ts'
export { type FoundSession, findSession } from './sign-in/signed-in.queries.server.ts'
export { ensureFirstAdministrator } from './sign-in/usecases/ensure-first-administrator.server.ts'
export { issueSignInLink } from './sign-in/usecases/issue-sign-in-link.server.ts'
