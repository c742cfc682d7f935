import type { Decision, MatterKind, MeetingForm } from '../matter.domain.ts'
import type { ChainStep } from '../standing/standing.domain.ts'

/** Where a resolution about something stands on the way to the public. */
export type StepOfItem = Readonly<{
  /** Null where the item puts nothing forward. */
  kind: MatterKind | null
  form: MeetingForm
  /** Whether a chain is in force for the kind. */
  hasChain: boolean
  /** The step of the body in it; null where it stands in none. */
  step: Pick<ChainStep, 'position' | 'accepts' | 'circularAllowed'> | null
  steps: number
}>

/** What a decision means for publication; also the key of its words. */
export type Effect =
  | 'no-content'
  | 'no-chain'
  | 'not-in-chain'
  | 'no-circular'
  | 'passes'
  | 'passes-last'
  | 'passes-noted'
  | 'not-enough'
  | 'with-changes'
  | 'rejected'
  | 'returned'
  | 'withdraws'
  | 'stays-public'

const AGAINST = {
  'approved-with-changes': 'with-changes',
  rejected: 'rejected',
  returned: 'returned',
} as const satisfies Partial<Record<Decision, Effect>>

/** What each decision would mean, told before one is chosen. */
export function effectOf(decision: Decision, { kind, form, hasChain, step, steps }: StepOfItem): Effect {
  if (kind === null) return 'no-content'
  if (kind === 'withdrawal') return decision === 'approved' ? 'withdraws' : 'stays-public'
  if (decision !== 'approved' && decision !== 'acknowledged') return AGAINST[decision]
  if (!hasChain) return 'no-chain'
  if (step === null) return 'not-in-chain'
  if (form === 'circular' && !step.circularAllowed) return 'no-circular'
  if (decision === 'acknowledged') return step.accepts === 'acknowledged' ? 'passes-noted' : 'not-enough'
  return step.position === steps ? 'passes-last' : 'passes'
}
