import { cleanText } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { ApprovalsErrorCode } from '../approvals.errors.ts'
import type { Decision, Matter, MatterKind, MeetingForm, MeetingState } from '../matter.domain.ts'

export const LONGEST_WORDING = 10_000
const LONGEST_TASK = 1_000
export const LONGEST_REASON = 2_000
export const MOST_TASKS = 50

/** The text of a condition or a deadline, when it is due and whose it is, where that was said. */
export type NewTask = Readonly<{
  text: string
  dueOn: IsoDay | null
  unitId: string | null
  personId: string | null
}>

/** A resolution as somebody records it. */
export type NewResolution = Readonly<{
  decision: Decision
  wording: string
  /** SHA-256 of the content that was before the eyes of who records; null where the item puts nothing forward. */
  seenHash: string | null
  /** They say that a content frozen after the day of the meeting is what the meeting saw. */
  confirmsContent: boolean
  tasks: readonly NewTask[]
}>

/** The agenda item that a resolution is about, with its meeting. */
export type ItemToResolve = Readonly<{
  id: string
  title: string
  meeting: Readonly<{ id: string; bodyId: string; form: MeetingForm; state: MeetingState; heldOn: IsoDay }>
  matter: Readonly<Pick<Matter, 'id' | 'contentHash' | 'madeAt'> & { kind: MatterKind }> | null
  hasResolution: boolean
}>

/** What is wrong with one task; `row` counts from 0, and is null for the list as a whole. */
export type TaskFault = Readonly<{
  code:
    | 'resolution-task.no-text'
    | 'resolution-task.long-text'
    | 'resolution-task.bad-day'
    | 'resolution-task.early-day'
    | 'resolution-task.unknown-unit'
    | 'resolution-task.unknown-person'
    | 'resolution-task.too-many'
  row: number | null
}>

type Refused = Readonly<{
  code: Extract<
    ApprovalsErrorCode,
    | 'meeting.cancelled'
    | 'meeting.in-future'
    | 'resolution.not-held'
    | 'resolution.already-there'
    | 'resolution.no-content'
    | 'resolution.content-changed'
    | 'resolution.unconfirmed'
    | 'resolution.no-wording'
    | 'resolution.long-text'
  >
}>

/** What is kept of a resolution: texts as they stay for ever. */
export type JudgedResolution = Readonly<{ wording: string; tasks: readonly NewTask[] }>

/**
 * Whether a resolution can be recorded: of a meeting that was held, once, about exactly the content that who records it saw.
 * A content frozen after the day of the meeting needs their word that it is what the meeting saw.
 */
export function judgeResolution(
  item: ItemToResolve,
  given: NewResolution,
  now: Date,
): Result<JudgedResolution, Refused | TaskFault> {
  const { meeting, matter } = item
  if (meeting.state === 'cancelled') return err({ code: 'meeting.cancelled' })
  if (meeting.state !== 'held') return err({ code: 'resolution.not-held' })
  if (meeting.heldOn > thaiDay(now)) return err({ code: 'meeting.in-future' })
  if (item.hasResolution) return err({ code: 'resolution.already-there' })
  if (matter === null && given.seenHash !== null) return err({ code: 'resolution.no-content' })
  if (matter !== null && given.seenHash !== matter.contentHash)
    return err({ code: 'resolution.content-changed' })
  if (isFrozenAfter(matter, meeting.heldOn) && !given.confirmsContent)
    return err({ code: 'resolution.unconfirmed' })
  const wording = cleanText(given.wording).trim()
  if (wording === '') return err({ code: 'resolution.no-wording' })
  if (wording.length > LONGEST_WORDING) return err({ code: 'resolution.long-text' })
  const tasks = judgeTasks(given.tasks, meeting.heldOn)
  return tasks.ok ? ok({ wording, tasks: tasks.value }) : tasks
}

/** Whether a thing is still what was frozen of it: 'gone' where it is not there, 'unknown' where nobody can say. */
export type MatterFreshness = 'same' | 'changed' | 'gone' | 'unknown'

/** Whether a content was frozen on a later day than that of the meeting, in Thailand. */
export const isFrozenAfter = (matter: Pick<Matter, 'madeAt'> | null, heldOn: IsoDay): boolean =>
  matter !== null && thaiDay(matter.madeAt) > heldOn

function judgeTasks(tasks: readonly NewTask[], heldOn: IsoDay): Result<readonly NewTask[], TaskFault> {
  if (tasks.length > MOST_TASKS) return err({ code: 'resolution-task.too-many', row: null })
  const kept: NewTask[] = []
  for (const [row, task] of tasks.entries()) {
    const text = cleanText(task.text).trim()
    if (text === '') return err({ code: 'resolution-task.no-text', row })
    if (text.length > LONGEST_TASK) return err({ code: 'resolution-task.long-text', row })
    if (task.dueOn !== null && task.dueOn < heldOn) return err({ code: 'resolution-task.early-day', row })
    kept.push({ ...task, text })
  }
  return ok(kept)
}

/** Why a resolution is withdrawn, or a task is done, as it is kept; null where nothing was said. */
export const keptText = (typed: string | null): string | null => cleanText(typed ?? '').trim() || null
