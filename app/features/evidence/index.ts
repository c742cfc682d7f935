/** Front door of the room for pure code. */
export { EVIDENCE_POLICY } from './evidence.policy.ts'
export { evidenceActsText } from './text/index.ts'
