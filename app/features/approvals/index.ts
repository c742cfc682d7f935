/** Front door of the room for pure code. */
export { type ApprovalsError, type ApprovalsErrorCode, approvalsErrorText } from './approvals.errors.ts'
export { APPROVALS_POLICY } from './approvals.policy.ts'
export { PUBLISHED_FILE_COLUMNS } from './file-columns.table.ts'
export type { Decision, MatterCell, MatterKind } from './matter.domain.ts'
export { meetingNumber, shortHash } from './matter.domain.ts'
export {
  type NamedResolution,
  newestOf,
  type Publication,
  type PublicationStatus,
  statusOf,
} from './publications/publication.domain.ts'
export { resolutionSentence } from './publications/resolution-sentence.domain.ts'
export type { YearApproval } from './reported/approvals-of-year.domain.ts'
export { bodyKey } from './reported/body-name.domain.ts'
export type { LeftOut } from './reported/report-plan.domain.ts'
export { leftOutSentence } from './reported/text/index.ts'
export { decidingMeetings } from './standing/deciding-meetings.domain.ts'
export type { ResolutionRecord, Standing, StepStanding } from './standing/standing.domain.ts'
export { approvalsActsText, approvalsTerms } from './text/index.ts'
export { verifyText } from './verify/text/index.ts'
