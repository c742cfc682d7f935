import type { ReactNode } from 'react'
import type { Language } from '../../../../i18n/language.ts'
import { formatDay, type IsoDay } from '../../../../kernel/thai-date.ts'
import { formatInstant } from '../../../../kernel/thai-day.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { unitLabel } from '../../../people/index.ts'
import type { ResolutionTask } from '../resolution-rows.queries.server.ts'
import { daysLate, isLate } from '../task-list.domain.ts'
import { resolutionTasksText } from '../text/index.ts'

/** Tasks below each other: what, whose, until when, and how it stands. */
export const TaskList = <T extends ResolutionTask>({
  lang,
  tasks,
  today,
  isOwn = () => false,
  isEnded = false,
  more,
}: Readonly<{
  lang: Language
  tasks: readonly T[]
  today: IsoDay
  isOwn?: (task: T) => boolean
  /** Their resolution was withdrawn, and they ended with it. */
  isEnded?: boolean
  /** What stands below a task: where it comes from, what can be done with it. */
  more?: (task: T) => ReactNode
}>) => (
  <ul className="resolution-tasks" aria-label={resolutionTasksText(lang).list}>
    {tasks.map((task) => (
      <li
        key={task.id}
        id={`task-${task.id}`}
        className={isEnded ? undefined : lookOf(task, today, isOwn(task))}
      >
        <p className="what">{task.text}</p>
        <TaskFacts lang={lang} task={task} today={today} isEnded={isEnded} />
        {task.done?.note != null && <p className="words">{task.done.note}</p>}
        {more?.(task)}
      </li>
    ))}
  </ul>
)

const CHIPS = { open: 'working', late: 'late', done: 'done', ended: 'none' } as const

const lookOf = (task: ResolutionTask, today: IsoDay, isOwn: boolean): string | undefined =>
  [isOwn && task.done === null ? 'own' : null, isLate(task, today) ? 'late' : null]
    .filter((look) => look !== null)
    .join(' ') || undefined

type TaskFactsProps = Readonly<{ lang: Language; task: ResolutionTask; today: IsoDay; isEnded: boolean }>

function TaskFacts({ lang, task, today, isEnded }: TaskFactsProps) {
  const text = resolutionTasksText(lang)
  const late = !isEnded && isLate(task, today)
  const state = task.done !== null ? 'done' : isEnded ? 'ended' : late ? 'late' : 'open'
  const whose = [task.person?.name, task.unit && unitLabel(task.unit, lang)].filter(Boolean).join(' · ')
  return (
    <p className="line">
      <Chip state={CHIPS[state]}>{text.states[state]}</Chip>
      {task.done === null ? (
        <>
          <span>{task.dueOn === null ? text.noDue : text.due(formatDay(task.dueOn, lang))}</span>
          {late && task.dueOn !== null && (
            <strong className="late-day">{text.lateSince(daysLate(task.dueOn, today))}</strong>
          )}
        </>
      ) : (
        <span>{text.doneBy(formatInstant(task.done.at, lang), task.done.byName)}</span>
      )}
      <span className="muted">{whose === '' ? text.nobody : whose}</span>
    </p>
  )
}
