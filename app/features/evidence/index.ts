/** Front door of the room for pure code. */

export type { EvidenceObject, EvidenceObjectKind } from './evidence.domain.ts'
export {
  type EvidenceError,
  type EvidenceErrorCode,
  evidenceErrorText,
  isEvidenceErrorCode,
} from './evidence.errors.ts'
export { EVIDENCE_POLICY } from './evidence.policy.ts'
export { cleanFileName } from './storing/file-name.domain.ts'
export { evidenceActsText } from './text/index.ts'
