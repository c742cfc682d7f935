import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { MeasurePage } from '../measures/measure-page.queries.server.ts'
import { lastMoveOf } from '../measures/steps/step.domain.ts'
import { type MeasurePageText, measurePageText } from '../measures/text/index.ts'
import { isLate } from '../working/measure-state.domain.ts'

/** What somebody may do with the measure of the page. */
export type MayOfMeasure = Readonly<{
  report: boolean
  review: boolean
  change: boolean
  /** Whether it is of a unit of theirs, or they are named for it: then it is theirs to do, and not only theirs to see to. */
  isOwn: boolean
}>

type MeasureTaskProps = Readonly<{
  lang: Language
  page: MeasurePage
  may: MayOfMeasure
  evidence: number
  today: IsoDay
  /** What is decided here, by who reviews. */
  children?: ReactNode
}>

/** What to do now, first on the page: for who reports, who reviews, and who only reads. */
export function MeasureTask({ lang, page, may, evidence, today, children }: MeasureTaskProps) {
  const text = measurePageText(lang)
  const { measure } = page
  const { state, dueOn } = measure
  const isMine = may.report && (may.isOwn || !may.review)
  const isOpen = state !== 'done' && state !== 'in-review'
  const move = lastMoveOf(page.steps)
  const said = move?.reason == null ? null : move
  const late = isLate({ state, dueOn }, today)
  return (
    <section className={late ? 'task late' : `task ${state}`} aria-labelledby="task-title">
      <h2 id="task-title">{text.now}</h2>
      <p className="what">{taskOf(text, page, { isMine, may })}</p>
      {isOpen && (
        <p className="due">
          <Icon name={late ? 'late' : 'calendar'} />
          {dueOn === null
            ? text.noDue
            : late
              ? text.overdue(formatDay(dueOn, lang))
              : text.due(formatDay(dueOn, lang))}
        </p>
      )}
      {isMine && isOpen && (
        <>
          <Checks text={text} page={page} evidence={evidence} />
          <div className="actions">
            {(state === 'returned' ? SECTIONS.toReversed() : SECTIONS).map(([id, label]) => (
              <a className="button" href={`#${id}`} key={id}>
                {text[label]}
              </a>
            ))}
          </div>
        </>
      )}
      {state === 'in-review' && may.review && (
        <>
          <Checks text={text} page={page} evidence={evidence} />
          {said && (
            <blockquote className="said">
              <p className="words">{said.reason}</p>
              <p className="muted small">{text.saidBy(said.byName)}</p>
            </blockquote>
          )}
        </>
      )}
      {may.change && page.responsible.length === 0 && (
        <div className="actions">
          <a className="button" href={addressOf.office(lang, `measures/${measure.id}/edit`)}>
            <Icon name="assign" />
            {text.assign}
          </a>
        </div>
      )}
      {children}
    </section>
  )
}

/** In the order in which they stand on the page; what is corrected begins with the last. */
const SECTIONS = [
  ['progress', 'toProgress'],
  ['evidence', 'toEvidence'],
  ['summary', 'toSummary'],
] as const

function taskOf(
  text: MeasurePageText,
  { measure, responsible }: MeasurePage,
  { isMine, may }: Readonly<{ isMine: boolean; may: MayOfMeasure }>,
): string {
  const words = text.tasks
  switch (measure.state) {
    case 'in-review':
      return may.review ? words.review : words.waiting
    case 'done':
      return words.done
    default:
      if (responsible.length === 0 && !may.isOwn) return words.nobody
      if (!isMine) return words.watch(responsible.map(({ name }) => name).join(', '))
      if (measure.state === 'returned') return words.answer
      return measure.state === 'not-started' ? words.start : words.work
  }
}

type ChecksProps = Readonly<{ text: MeasurePageText; page: MeasurePage; evidence: number }>

/** What the measure has, and what it lacks before it is handed in. */
function Checks({ text, page: { measure, progress }, evidence }: ChecksProps) {
  const { summary } = measure.facts
  const entries = progress.filter(({ withdrawnAt }) => withdrawnAt === null).length
  return (
    <ul className="checklist">
      <Check text={text} isThere={summary.state !== 'missing'}>
        {summary.state === 'none' ? text.checks.summaryNone : text.checks.summary}
      </Check>
      <Check text={text} isThere={evidence > 0}>
        {text.checks.evidence(evidence)}
      </Check>
      <Check text={text} isThere={entries > 0}>
        {text.checks.progress(entries)}
      </Check>
    </ul>
  )
}

const Check = ({
  text,
  isThere,
  children,
}: Readonly<{ text: MeasurePageText; isThere: boolean; children: ReactNode }>) => (
  <li className={isThere ? 'there' : 'lacking'}>
    <Icon name={isThere ? 'done' : 'none'} />
    <span className="visually-hidden">{isThere ? text.checks.there : text.checks.lacking}: </span>
    {children}
  </li>
)
