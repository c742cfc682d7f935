import type { Stage } from '../settings/channel-settings.domain.ts'

/** What is counted, by the month in which it came to pass. */
export const CASE_EVENTS = [
  'received',
  'closed',
  'junk',
  'acknowledged-in-time',
  'acknowledged-late',
  'answered-in-time',
  'answered-late',
  'closed-in-time',
  'closed-late',
] as const
export type CaseEvent = (typeof CASE_EVENTS)[number]

export const IN_TIME_EVENTS: Readonly<Record<Stage, CaseEvent>> = {
  acknowledge: 'acknowledged-in-time',
  answer: 'answered-in-time',
  close: 'closed-in-time',
}
/** Counted on the day after the last one in time, whether or not the stage is ever done. */
export const LATE_EVENTS: Readonly<Record<Stage, CaseEvent>> = {
  acknowledge: 'acknowledged-late',
  answer: 'answered-late',
  close: 'closed-late',
}
