import type { IsoDay } from '../../../kernel/thai-date.ts'

/** The calendar of a framework year, as far as it is known. */
export type YearDays = Readonly<{
  submissionFrom: IsoDay | null
  submissionTo: IsoDay | null
  scoringFrom: IsoDay | null
  scoringTo: IsoDay | null
  clarificationFrom: IsoDay | null
  clarificationTo: IsoDay | null
}>

/**
 * Where a year stands: items are made ready, addresses are submitted, the assessor opens them, provisional scores may be
 * disputed (ช่วงชี้แจง), or all of it is over.
 */
export type WindowState = 'preparing' | 'submission' | 'scoring' | 'clarification' | 'closed'

/**
 * By the days that were typed in, the latest that has come; both days of a window belong to it. A day that nobody knows opens
 * and closes nothing: between two windows the year stays where the earlier one left it.
 */
export function windowOf(year: YearDays, today: IsoDay): WindowState {
  const isPast = (day: IsoDay | null) => day !== null && day < today
  const hasCome = (day: IsoDay | null) => day !== null && day <= today
  if (isPast(year.clarificationTo)) return 'closed'
  if (hasCome(year.clarificationFrom)) return 'clarification'
  if (hasCome(year.scoringFrom) || isPast(year.scoringTo) || isPast(year.submissionTo)) return 'scoring'
  return hasCome(year.submissionFrom) ? 'submission' : 'preparing'
}

export type SubmissionFault = 'submission.done' | 'submission.not-yet' | 'submission.over'

/**
 * Why the addresses of a year cannot be submitted today; null where they can. They are written once. Where the calendar does
 * not say from when they are taken, the program does not know better than who submits.
 */
export function submissionFault(
  year: YearDays & Readonly<{ isSubmitted: boolean }>,
  today: IsoDay,
): SubmissionFault | null {
  if (year.isSubmitted) return 'submission.done'
  const state = windowOf(year, today)
  if (state === 'submission') return null
  if (state !== 'preparing') return 'submission.over'
  return year.submissionFrom === null ? null : 'submission.not-yet'
}

/** Whether provisional scores and disputes may be recorded today: in the window of clarification alone. */
export const mayDispute = (year: YearDays, today: IsoDay): boolean =>
  windowOf(year, today) === 'clarification'
