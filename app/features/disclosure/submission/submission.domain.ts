import type { Bilingual } from '../../../i18n/language.ts'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { SubmissionFault, WindowState, YearDays } from './window.domain.ts'

/** What an assessor opens for an item: its permanent page, in Thai. `origin` without a slash at the end. */
export const submittedAddress = (origin: string, year: number, code: string): string =>
  `${origin}/oit/${year}/${code}`

/** ผลเบื้องต้นและการชี้แจง of one item. */
export type Dispute = Readonly<{
  provisionalScore: 0 | 100
  assessorReason: string | null
  isDisputed: boolean
  argument: string | null
  recordedAt: Date
  byName: string
  version: number
}>

/** One item of the year, as far as it was submitted. */
export type SubmissionRow = Readonly<{
  code: string
  title: Bilingual | null
  /** Whether it is public now. */
  isPublic: boolean
  /** Null before the year is submitted, and for an item that the catalogue came to know later. */
  submitted: Readonly<{ address: string; at: Date; captureId: string | null }> | null
  dispute: Dispute | null
}>

export type Submission = Readonly<{
  year: number
  days: YearDays
  state: WindowState
  /** Why the addresses cannot be submitted now; null where they can. */
  fault: SubmissionFault | null
  submitted: Readonly<{ at: Date; byName: string }> | null
  /** Of the year, for who changes it next. */
  version: number
  rows: readonly SubmissionRow[]
}>

export type SubmitFault = Readonly<{
  code: SubmissionFault | 'submission.changed' | 'submission.unknown-year'
}>
export type DisputeFaultCode =
  | 'dispute.not-open'
  | 'dispute.not-submitted'
  | 'dispute.no-score'
  | 'dispute.full-score'
  | 'dispute.no-argument'
  | 'dispute.too-long'
  | 'dispute.changed'
export type SubmitError = SubmitFault | PermissionRefusal
export type DisputeError = Readonly<{ code: DisputeFaultCode }> | PermissionRefusal

/** What is written of an item when its provisional score is known. */
export type DisputeFacts = Readonly<{
  provisionalScore: number | null
  assessorReason: string | null
  isDisputed: boolean
  argument: string | null
}>
export type DisputeWords = Pick<Dispute, 'provisionalScore' | 'assessorReason' | 'isDisputed' | 'argument'>

const LONGEST = 5_000

/** Only a 0 can be disputed, and not without saying why. */
export function checkedDispute(
  facts: DisputeFacts,
): Result<DisputeWords, Readonly<{ code: DisputeFaultCode }>> {
  const { provisionalScore, assessorReason, isDisputed, argument } = facts
  if (provisionalScore !== 0 && provisionalScore !== 100) return err({ code: 'dispute.no-score' })
  if (isDisputed && provisionalScore === 100) return err({ code: 'dispute.full-score' })
  if (isDisputed && argument === null) return err({ code: 'dispute.no-argument' })
  if ([assessorReason, argument].some((words) => words !== null && words.length > LONGEST))
    return err({ code: 'dispute.too-long' })
  return ok({ provisionalScore, assessorReason, isDisputed, argument })
}
