import type { MeasureMove } from '../../working/measure-state.domain.ts'

/** What happens to a measure on its way to being done. The names are contracts: they stand in the database. */
export type StepKind =
  | 'assigned'
  | 'started'
  | 'submitted'
  | 'returned'
  | 'accepted'
  | 'reopened'
  | 'extended'
  | 'reminded'

/** The steps that change its state, and by which move. */
export const STEP_OF_MOVE = {
  start: 'started',
  submit: 'submitted',
  return: 'returned',
  accept: 'accepted',
  reopen: 'reopened',
} as const satisfies Record<MeasureMove, StepKind>

const MOVING_STEPS: readonly StepKind[] = Object.values(STEP_OF_MOVE)

export type Step = Readonly<{
  id: string
  kind: StepKind
  byName: string
  at: Date
  /** Why it was returned or reopened; what was said with the others. */
  reason: string | null
  /** When what was returned or reopened was handed in again. */
  answeredAt: Date | null
}>

/** The last step that changed the state; null where none did. `steps` the newest first. */
export const lastMoveOf = (steps: readonly Step[]): Step | null =>
  steps.find(({ kind }) => MOVING_STEPS.includes(kind)) ?? null

/** What was sent back and has not been answered, the newest first. */
export const openReturns = (steps: readonly Step[]): readonly Step[] =>
  steps.filter(({ kind, answeredAt }) => (kind === 'returned' || kind === 'reopened') && answeredAt === null)

/** What a measure that is handed in still lacks. It warns: who hands it in says that they know. */
export type SubmitGap = 'evidence'
export const submitGaps = ({ evidence }: Readonly<{ evidence: number }>): readonly SubmitGap[] =>
  evidence === 0 ? ['evidence'] : []
