import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { roleText } from '../../people/index.ts'
import type { StartStep, StartTask } from '../office-start.domain.ts'
import { homePageText } from '../text/pages.ts'

/** What waits for the person, each with the one thing to do. */
export function TaskList({ lang, tasks }: { lang: Language; tasks: readonly StartTask[] }) {
  return (
    <ul className="tasks">
      {tasks.map((task) => {
        const { title, body, go } = taskWords(task, lang)
        return (
          <li key={task.name === 'roleEnds' ? `${task.role} ${task.unitName}` : task.name}>
            <Icon name={ICONS[task.name]} />
            <div>
              <strong>{title}</strong>
              <p className="small muted">{body}</p>
            </div>
            {go !== null && task.name !== 'roleEnds' && (
              <a className="button" href={addressOf.office(lang, task.part)}>
                {go}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const ICONS = {
  secondFactor: 'fingerprint',
  mailOff: 'withheld',
  mailFailed: 'mail',
  roleEnds: 'calendar',
  resolutionTasks: 'steps',
  failingAddresses: 'danger',
  operation: 'warning',
} as const satisfies Record<StartTask['name'], string>

function taskWords(task: StartTask, lang: Language): { title: string; body: string; go: string | null } {
  const { tasks: text } = homePageText(lang)
  if (task.name === 'secondFactor') return text.secondFactor
  if (task.name === 'roleEnds') {
    const name = [roleText(lang).names[task.role], task.unitName].filter((part) => part !== null).join(' ')
    return {
      title: text.roleEnds.title(name),
      body: text.roleEnds.body(formatDay(task.lastDay, lang)),
      go: null,
    }
  }
  if (task.name === 'resolutionTasks') {
    const { title, body, go } = text.resolutionTasks
    return { title: title(task.count), body: body(task.late), go }
  }
  if (task.name === 'operation') {
    const { title, body, go } = text.operation
    return { title: title(task.count), body: body(task.late), go }
  }
  const words = text[task.name]
  return { title: words.title, body: words.body(task.count), go: words.go }
}

/** What has to be there before an agency can work; done steps carry a tick. */
export function StepList({ lang, steps }: { lang: Language; steps: readonly StartStep[] }) {
  const { steps: text } = homePageText(lang)
  return (
    <ol className="steps">
      {steps.map(({ name, isDone, part }) => {
        const { title, body, go } = text.names[name]
        return (
          <li key={name} className={isDone ? 'is-done' : undefined}>
            <Icon name={isDone ? 'done' : 'none'} />
            <div>
              <strong>{title}</strong>
              <p className="small muted">
                {body} {part === null && <code>npx prongsai import report.docx</code>}
              </p>
            </div>
            {isDone && <Chip state="done">{text.done}</Chip>}
            {!isDone && part !== null && (
              <a className="button" href={addressOf.office(lang, part)}>
                {go}
              </a>
            )}
          </li>
        )
      })}
    </ol>
  )
}
