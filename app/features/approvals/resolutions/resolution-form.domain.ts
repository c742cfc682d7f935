import { cleanText } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { typedDay } from '../../../kernel/typed-day.ts'
import { isDecision } from '../matter.domain.ts'
import { MOST_TASKS, type NewResolution, type NewTask, type TaskFault } from './resolution.domain.ts'

type Typed = Readonly<Record<string, string>>

/** Names of the inputs of one task; `row` counts from 0. */
export const taskInputs = (row: number) => ({
  text: `task-${row}-text`,
  due: `task-${row}-due`,
  unit: `task-${row}-unit`,
  person: `task-${row}-person`,
})
export type TaskInput = keyof ReturnType<typeof taskInputs>

const FEWEST_ROWS = 3
/** How many rows the button adds. */
export const MORE_ROWS = 3

/** How many rows for tasks a form has; three where it was not sent. */
export function rowsIn(typed: Typed): number {
  const rows = Number(typed.rows)
  return Number.isInteger(rows) ? Math.min(Math.max(rows, FEWEST_ROWS), MOST_TASKS) : FEWEST_ROWS
}

/** Codes by the name of the input. */
export type FormFaults = Readonly<Record<string, string>>

/** Reads the form of a resolution. Rows without anything are none; `place` is the row of each task that was kept. */
export function readResolutionForm(
  typed: Typed,
): Result<NewResolution & Readonly<{ place: readonly number[] }>, FormFaults> {
  const faults: Record<string, string> = {}
  const decision = typed.decision ?? ''
  if (!isDecision(decision)) faults.decision = 'resolution.no-decision'
  const wording = cleanText(typed.wording ?? '').trim()
  if (wording === '') faults.wording = 'resolution.no-wording'
  const tasks: NewTask[] = []
  const place: number[] = []
  for (let row = 0; row < rowsIn(typed); row += 1) {
    const task = taskIn(typed, row)
    if (task === null) continue
    if (!task.ok) Object.assign(faults, task.error)
    else {
      tasks.push(task.value)
      place.push(row)
    }
  }
  if (!isDecision(decision) || Object.keys(faults).length > 0) return err(faults)
  return ok({
    decision,
    wording,
    seenHash: typed.seenHash || null,
    confirmsContent: typed.confirmed === 'on',
    tasks,
    place,
  })
}

function taskIn(typed: Typed, row: number): Result<NewTask, FormFaults> | null {
  const names = taskInputs(row)
  const [text, due, unitId, personId] = [names.text, names.due, names.unit, names.person].map((name) =>
    (typed[name] ?? '').trim(),
  )
  if (!text && !due && !unitId && !personId) return null
  const dueOn = due ? typedDay(due) : null
  if (due && dueOn === null) return err({ [names.due]: 'resolution-task.bad-day' })
  if (!text) return err({ [names.text]: 'resolution-task.no-text' })
  return ok({ text, dueOn, unitId: unitId || null, personId: personId || null })
}

const INPUT_OF = {
  'resolution-task.no-text': 'text',
  'resolution-task.long-text': 'text',
  'resolution-task.bad-day': 'due',
  'resolution-task.early-day': 'due',
  'resolution-task.unknown-unit': 'unit',
  'resolution-task.unknown-person': 'person',
} as const satisfies Partial<Record<TaskFault['code'], TaskInput>>

const FIELD_OF: Readonly<Record<string, string>> = {
  'resolution.no-decision': 'decision',
  'resolution.no-wording': 'wording',
  'resolution.long-text': 'wording',
  'resolution.unconfirmed': 'confirmed',
}

/** The input that a refusal is about; '' for the form as a whole. */
export function inputOfFault(
  error: Readonly<{ code: string; row?: number | null }>,
  place: readonly number[],
): string {
  const input = INPUT_OF[error.code as keyof typeof INPUT_OF]
  const row = error.row === undefined || error.row === null ? undefined : place[error.row]
  if (input !== undefined && row !== undefined) return taskInputs(row)[input]
  return FIELD_OF[error.code] ?? ''
}
