import type { IsoDay } from '../../../kernel/thai-date.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import { type ChannelSettings, STAGES, type Stage } from '../settings/channel-settings.domain.ts'

/** The last day on which each stage is in time. */
export type DueDays = Readonly<Record<Stage, IsoDay>>

/** When a case that came on a day is due, by Thai working days. Set once: later settings and holidays do not move it. */
export function dueDaysOf(
  received: IsoDay,
  times: ChannelSettings['times'],
  holidays: ReadonlySet<IsoDay>,
): DueDays {
  const due = (stage: Stage) => addWorkingDays(received, times[stage].workingDays, holidays)
  return { acknowledge: due('acknowledge'), answer: due('answer'), close: due('close') }
}

/** What of a case deadlines are about; days are null while it was not done. */
export type DueCase = Readonly<{
  due: DueDays
  done: Readonly<Record<Stage, IsoDay | null>>
  isOver: boolean
}>

/** Stages whose day has passed and that are not done. None of a case that is over. */
export const overdueStages = ({ due, done, isOver }: DueCase, today: IsoDay): readonly Stage[] =>
  isOver ? [] : STAGES.filter((stage) => done[stage] === null && due[stage] < today)

/** The stage that comes next, and its last day; null when nothing is due any more. */
export function nextDue({ due, done, isOver }: DueCase): Readonly<{ stage: Stage; day: IsoDay }> | null {
  const stage = isOver ? undefined : STAGES.find((one) => done[one] === null)
  return stage ? { stage, day: due[stage] } : null
}

/**
 * How often a case has gone up: once with each stage that is overdue, as long as there is a step above, and never down. `steps`:
 * those at which somebody may read it, ascending.
 */
export const escalationsOf = (
  { escalated, overdue }: Readonly<{ escalated: number; overdue: number }>,
  steps: readonly number[],
): number => Math.max(escalated, Math.min(overdue, Math.max(0, steps.length - 1)))

/** Whether a case that has gone up so often is now the business of who stands at that step. */
export const isUpTo = (step: number, escalated: number, steps: readonly number[]): boolean =>
  step <= (steps[Math.min(escalated, steps.length - 1)] ?? 0)
