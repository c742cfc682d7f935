import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import type { Step, StepKind } from '../measures/steps/step.domain.ts'
import { measurePageText } from '../measures/text/index.ts'

const ICONS = {
  assigned: 'assign',
  started: 'working',
  submitted: 'send',
  returned: 'returned',
  accepted: 'done',
  reopened: 'again',
  extended: 'calendar',
  reminded: 'bell',
} as const satisfies Record<StepKind, IconName>

/** What happened to a measure, the newest first. */
export function MeasureSteps({ lang, steps }: Readonly<{ lang: Language; steps: readonly Step[] }>) {
  const text = measurePageText(lang).steps
  return (
    <section className="stack" aria-labelledby="steps-title">
      <h2 id="steps-title">{text.title}</h2>
      {steps.length === 0 && <p className="muted">{text.empty}</p>}
      {steps.length > 0 && (
        <ol className="timeline">
          {steps.map((step) => (
            <li key={step.id} className={step.kind}>
              <Icon name={ICONS[step.kind]} />
              <div>
                <p>
                  <strong>{text.kinds[step.kind]}</strong>
                </p>
                <p className="muted small">
                  {step.byName} <time dateTime={step.at.toISOString()}>{formatInstant(step.at, lang)}</time>
                </p>
                {step.reason !== null && <p className="words small">{step.reason}</p>}
                {(step.kind === 'returned' || step.kind === 'reopened') && step.answeredAt === null && (
                  <p className="small">{text.unanswered}</p>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
