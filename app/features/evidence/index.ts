/** Front door of the room for pure code. */

export type { EvidenceObject, EvidenceObjectKind } from './evidence.domain.ts'
export {
  type EvidenceError,
  type EvidenceErrorCode,
  evidenceErrorText,
  isEvidenceErrorCode,
} from './evidence.errors.ts'
export { EVIDENCE_POLICY } from './evidence.policy.ts'
export { EVIDENCE_FILE_COLUMNS } from './file-columns.table.ts'
export { judgeKind } from './storing/file-kind.domain.ts'
export { cleanFileName } from './storing/file-name.domain.ts'
export { scanRefusal } from './storing/scan.domain.ts'
export { judgeDeclared } from './storing/upload.domain.ts'
export { evidenceActsText } from './text/index.ts'
