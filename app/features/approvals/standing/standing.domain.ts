import type { RoleName } from '../../../kernel/actor.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { ChainKind, Decision, MeetingForm, MeetingState } from '../matter.domain.ts'

/** One step of a chain of approval. */
export type ChainStep = Readonly<{
  position: number
  bodyId: string
  bodyName: string
  /** 'acknowledged': that the body took note is enough; approval is, too. */
  accepts: 'approved' | 'acknowledged'
  circularAllowed: boolean
  /** Roles that may record its resolutions. */
  recorders: readonly RoleName[]
}>

/** The chain in force for a kind; its steps in order, one at least. */
export type Chain = Readonly<{
  id: string
  kind: ChainKind
  version: number
  madeAt: Date
  madeBy: string
  steps: readonly ChainStep[]
}>

/** A resolution about one content, with its meeting. */
export type ResolutionRecord = Readonly<{
  id: string
  agendaItemId: string
  meetingId: string
  bodyId: string
  bodyName: string
  meetingNumber: string
  form: MeetingForm
  meetingState: MeetingState
  matterId: string
  contentHash: string
  decision: Decision
  wording: string
  decidedOn: IsoDay
  recordedAt: Date
  recordedBy: string
  origin: 'entered' | 'report-text'
  isWithdrawn: boolean
}>

export type StepStanding = ChainStep &
  Readonly<{
    /** The resolution by which it was passed. */
    passedBy: ResolutionRecord | null
    /** The last word of the body on this content, where it did not pass it. */
    lastWord: ResolutionRecord | null
  }>

/** How far one content came on the chain of its kind. */
export type Standing = Readonly<{
  /** Null: nobody configured a chain, and nothing of the kind can become public. */
  chain: Chain | null
  steps: readonly StepStanding[]
  isComplete: boolean
  /** The newest approval of any content of the same thing; null where there is none. */
  lastApproved: ResolutionRecord | null
  /** Something else was approved before, and this content never was: it must return to the meeting. */
  isChangedSince: boolean
}>

const NEGATIVE: readonly Decision[] = ['rejected', 'returned', 'approved-with-changes']

/**
 * Judges one content by the chain in force. A step is passed by the earliest resolution of its body that approves (or takes
 * note, where that is enough), not before the day on which the step before it was passed, and after which the body said
 * nothing against the same content. "Approved with changes" passes nothing: what was approved is not what was shown, so the
 * changed content returns. The database judges the same again before anything is public (`refuse_unapproved_publication`).
 */
export function standingOf(
  chain: Chain | null,
  given: Readonly<{
    contentHash: string
    /** Every resolution about any content of the thing. */
    resolutions: readonly ResolutionRecord[]
    /** When this very content was last withdrawn from the public: what was recorded before counts no more. */
    withdrawnAt: Date | null
  }>,
): Standing {
  const valid = given.resolutions
    .filter((one) => !one.isWithdrawn && one.meetingState === 'held')
    .toSorted(byTime)
  const ofContent = valid.filter(
    (one) =>
      one.contentHash === given.contentHash &&
      (given.withdrawnAt === null || one.recordedAt > given.withdrawnAt),
  )
  let since: IsoDay = ''
  let isBroken = false
  const steps = (chain?.steps ?? []).map((step): StepStanding => {
    const words = ofContent.filter((one) => one.bodyId === step.bodyId)
    const passedBy = isBroken ? null : (words.find((one) => passes(step, one, { since, words })) ?? null)
    if (passedBy) since = passedBy.decidedOn
    else isBroken = true
    return { ...step, passedBy, lastWord: passedBy ? null : (words.at(-1) ?? null) }
  })
  const approvals = valid.filter(({ decision }) => decision === 'approved')
  const lastApproved = approvals.at(-1) ?? null
  return {
    chain,
    steps,
    isComplete: steps.length > 0 && steps.every(({ passedBy }) => passedBy !== null),
    lastApproved,
    isChangedSince: lastApproved !== null && !approvals.some((one) => one.contentHash === given.contentHash),
  }
}

function passes(
  step: ChainStep,
  one: ResolutionRecord,
  { since, words }: Readonly<{ since: IsoDay; words: readonly ResolutionRecord[] }>,
): boolean {
  const isYes =
    one.decision === 'approved' || (one.decision === 'acknowledged' && step.accepts === 'acknowledged')
  const isAllowed = one.form === 'meeting' || step.circularAllowed
  const isTakenBack = words.some((word) => NEGATIVE.includes(word.decision) && byTime(word, one) >= 0)
  return isYes && isAllowed && one.decidedOn >= since && !isTakenBack
}

/** By the day of the decision, then by the moment of its entry. */
const byTime = (a: ResolutionRecord, b: ResolutionRecord): number =>
  a.decidedOn === b.decidedOn
    ? a.recordedAt.getTime() - b.recordedAt.getTime()
    : a.decidedOn < b.decidedOn
      ? -1
      : 1
