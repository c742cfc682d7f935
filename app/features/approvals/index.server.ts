/** Front door of the room for the server: what was approved, and what is public because of it. */
export { listBodies } from './chains/bodies.queries.server.ts'
export { addBody } from './chains/usecases/add-body.server.ts'
export { saveChain } from './chains/usecases/save-chain.server.ts'
export {
  createMeetingDocuments,
  type MeetingDocuments,
  meetingDocumentsContext,
} from './documents/meeting-documents.server.ts'
export { placeMatter } from './matter.repo.server.ts'
export {
  type MatterNow,
  type MatterSource,
  type MatterSources,
  mattersContext,
} from './matter-source.server.ts'
export { ownMatters } from './matters/own-matters.server.ts'
export { listPlannedMeetings, type PlannedMeeting } from './meetings/planned-meetings.queries.server.ts'
export { type AgendaHit, searchMeetings } from './meetings/search-meetings.queries.server.ts'
export { addAgendaItem } from './meetings/usecases/add-agenda-item.server.ts'
export { addMeeting } from './meetings/usecases/add-meeting.server.ts'
export {
  insertPublicationFiles,
  type MadePublic,
  makePublic,
  makePublicWhereChained,
  type NotApproved,
  type PublicationFile,
} from './publications/publication.repo.server.ts'
export {
  findProof,
  findPublicationFiles,
  findPublications,
  readPublications,
} from './publications/publications.queries.server.ts'
export { listPublishedFiles } from './publications/published-files.queries.server.ts'
export { withdrawPublication } from './publications/usecases/withdraw-publication.server.ts'
export { findWithdrawing } from './publications/withdrawing.queries.server.ts'
export { listApprovals } from './reported/approvals-of-year.queries.server.ts'
export { recordReported } from './reported/record-reported.server.ts'
export { findMeetingNames } from './resolutions/meeting-names.queries.server.ts'
export { countOwnTasks } from './resolutions/tasks.queries.server.ts'
export { recordResolution } from './resolutions/usecases/record-resolution.server.ts'
export { withdrawResolution } from './resolutions/usecases/withdraw-resolution.server.ts'
export { findStanding, readChain, readStanding } from './standing/standing.queries.server.ts'
export { type AnswerJson, answerJson } from './verify/answer-json.ts'
