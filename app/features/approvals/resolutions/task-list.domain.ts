import { type Actor, ownUnits } from '../../../kernel/actor.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'

/** What a list of tasks is narrowed by. */
export const TASK_FILTERS = ['open', 'late', 'done'] as const
export type TaskFilter = (typeof TASK_FILTERS)[number]
export const isTaskFilter = (text: string | null): text is TaskFilter =>
  (TASK_FILTERS as readonly (string | null)[]).includes(text)

export type TaskFacts = Readonly<{
  dueOn: IsoDay | null
  unit: Readonly<{ id: string }> | null
  person: Readonly<{ id: string }> | null
  done: Readonly<{ at: Date }> | null
}>

/** An open task is late from the day after its last day on. */
export const isLate = ({ done, dueOn }: TaskFacts, today: IsoDay): boolean =>
  done === null && dueOn !== null && dueOn < today

const DAY_MS = 86_400_000
/** How many days after its last day a task is still open. */
export const daysLate = (dueOn: IsoDay, today: IsoDay): number =>
  Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY_MS)

export const fits = (task: TaskFacts, filter: TaskFilter, today: IsoDay): boolean =>
  filter === 'done' ? task.done !== null : task.done === null && (filter === 'open' || isLate(task, today))

/** Whether it is for somebody themselves to do: it names them, or a unit that they answer for and nobody else. */
export const isOwnTask = ({ unit, person }: TaskFacts, actor: Actor): boolean =>
  person === null
    ? unit !== null && ownUnits(actor).includes(unit.id)
    : actor.kind === 'person' && person.id === actor.id

export const mayFinish = ({ unit, person }: TaskFacts, actor: Actor): boolean =>
  refusalOf(APPROVALS_POLICY, 'resolution-task.finish', actor, {
    ...(unit === null ? {} : { unitIds: [unit.id] }),
    ...(person === null ? {} : { personId: person.id }),
  }) === null

/**
 * One's own first; then what is due first, and last what has no day. What is done is in the order in which it was done, the
 * newest first.
 */
export function inOrder<T extends TaskFacts>(tasks: readonly T[], actor: Actor): readonly T[] {
  const rank = (task: T) => (task.done === null && isOwnTask(task, actor) ? 0 : 1)
  return tasks.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (b.done?.at.getTime() ?? 0) - (a.done?.at.getTime() ?? 0) ||
      (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'),
  )
}
