/** Front door of the room for pure code. */
export { EVIDENCE_POLICY } from './evidence.policy.ts'
export { evidenceActsText } from './text/index.ts'
export type { EvidenceObject, EvidenceObjectKind } from './evidence.domain.ts'
export { evidenceErrorText, type EvidenceError, type EvidenceErrorCode, isEvidenceErrorCode } from './evidence.errors.ts'
