import type { ReactNode } from 'react'
import type { Language } from '../../../../i18n/language.ts'
import { formatInstant } from '../../../../kernel/thai-day.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { type Decision, isDecision } from '../../matter.domain.ts'
import { DecisionChip } from '../../parts/decision-chip.tsx'
import type { AgendaPage } from '../agenda-page.queries.server.ts'
import { rowsIn, taskInputs } from '../resolution-form.domain.ts'
import { agendaItemText } from '../text/index.ts'

type ResolutionClashProps = Readonly<{
  lang: Language
  resolution: NonNullable<AgendaPage['resolution']>
  /** What the second one typed. */
  typed: Readonly<Record<string, string>>
  here: string
}>

/** Two recorded one item: what stands beside what was typed, which can be sent again once the other is withdrawn. */
export function ResolutionClash({ lang, resolution, typed, here }: ResolutionClashProps) {
  const text = agendaItemText(lang).clash
  const decision = isDecision(typed.decision ?? '') ? (typed.decision as Decision) : null
  const tasks = Array.from({ length: rowsIn(typed) }, (_, row) => taskInputs(row).text)
  return (
    <section className="stack" aria-labelledby="clash-title" id="clash">
      <h2 id="clash-title">{text.title}</h2>
      <p role="alert">{text.said}</p>
      <div className="two-resolutions">
        <Side
          title={text.theirs(resolution.recordedBy)}
          wording={resolution.wording}
          tasks={resolution.tasks}
          noTasks={text.noTasks}
        >
          <DecisionChip lang={lang} decision={resolution.decision} />
          <p className="small muted">{formatInstant(resolution.recordedAt, lang)}</p>
        </Side>
        <Side
          title={text.mine}
          wording={typed.wording ?? ''}
          tasks={tasks.map((id) => ({ id, text: typed[id] ?? '' })).filter((task) => task.text.trim() !== '')}
          noTasks={text.noTasks}
        >
          {decision === null ? (
            <p className="muted">{text.decisions['']}</p>
          ) : (
            <DecisionChip lang={lang} decision={decision} />
          )}
        </Side>
      </div>
      <form method="post" action={here} className="stack">
        {Object.entries(typed).map(([name, value]) =>
          name === 'act' ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <p className="actions">
          <a className="button primary" href={addressOf.office(lang, `resolutions/${resolution.id}`)}>
            {text.openTheirs}
          </a>
          <button type="submit" name="act" value="record" className="button" aria-describedby="again-hint">
            <Icon name="again" />
            {text.again}
          </button>
          <span className="small muted" id="again-hint">
            {text.againHint}
          </span>
        </p>
      </form>
    </section>
  )
}

type SideProps = Readonly<{
  title: string
  wording: string
  tasks: readonly Readonly<{ id: string; text: string }>[]
  noTasks: string
  children: ReactNode
}>

const Side = ({ title, wording, tasks, noTasks, children }: SideProps) => (
  <div className="side-by-side">
    <h3>{title}</h3>
    {children}
    <p className="words" lang="th">
      {wording}
    </p>
    {tasks.length === 0 ? (
      <p className="muted">{noTasks}</p>
    ) : (
      <ol>
        {tasks.map((task) => (
          <li key={task.id} className="words">
            {task.text}
          </li>
        ))}
      </ol>
    )}
  </div>
)
