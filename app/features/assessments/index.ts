/** Front door of the room for pure code. */
export { ASSESSMENTS_POLICY } from './assessments.policy.ts'
export type { Score } from './score.domain.ts'
export { assessmentsActsText } from './text/index.ts'
