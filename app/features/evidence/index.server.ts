/** Front door of the room for the server: evidence in the work of the other rooms. */
export { attachEvidence, detachEvidence } from './attaching.server.ts'
export {
  type EvidenceDocument,
  findEvidenceDocument,
  isFileOpen,
  listEvidenceDocuments,
} from './document.queries.server.ts'
export {
  type AttachedEvidence,
  countEvidenceUses,
  countUses,
  type EvidenceItem,
  type ExpiringEvidence,
  listEvidenceFor,
  listExpiring,
  searchEvidence,
} from './evidence.queries.server.ts'
export { type EvidencePanelData, findEvidencePanel } from './panel.server.ts'
export {
  type EvidenceState,
  listProving,
  type ProvingEvidence,
  readEvidenceStates,
  readScans,
} from './proving.queries.server.ts'
export { type EvidenceFiles, evidenceFilesContext } from './storing/evidence-files.server.ts'
export { fileHeaders } from './storing/file-headers.ts'
export { inspectFile } from './storing/inspect-file.server.ts'
export { type EvidenceStoring, openStoring } from './storing/open-storing.server.ts'
export { readSentFiles, type SentFile, type SentForm } from './storing/sent-files.server.ts'
export { type ListedFile, listStoredFiles } from './storing/stored-files.queries.server.ts'
export { readStoredSize } from './storing/stored-size.queries.server.ts'
export { isUploads, uploadRefused } from './storing/uploads.server.ts'
export { addUploadedFile } from './storing/usecases/add-uploaded-file.server.ts'
export { openVersion } from './storing/usecases/open-version.server.ts'
export { setFileQuota } from './storing/usecases/set-file-quota.server.ts'
export { evidenceUsesContext, type FindUseNames } from './uses-context.server.ts'
