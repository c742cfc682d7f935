import type { MeasureState } from '../working/measure-state.domain.ts'
import type { IssueFacts, MeasureFacts, OutcomeFacts } from '../working/working-cycle.domain.ts'

/** Rows of a year that are to be written, in the order of the report. */
export type PlannedIssue = Readonly<{
  facts: IssueFacts
  /** The issue of another year that it is a copy of, where that one is at work. */
  copiedFrom: string | null
  measures: readonly PlannedMeasure[]
  outcomes: readonly PlannedOutcome[]
}>
export type PlannedMeasure = Readonly<{
  facts: MeasureFacts
  printedNumber: string | null
  state: MeasureState
  copiedFrom: string | null
}>
/** `covers` are places among the measures of the issue, from 0. */
export type PlannedOutcome = Readonly<{ covers: readonly number[]; facts: Omit<OutcomeFacts, 'covers'> }>
