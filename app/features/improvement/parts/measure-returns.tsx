import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { Step } from '../measures/steps/step.domain.ts'
import { measurePageText } from '../measures/text/index.ts'

/** What was sent back and is not answered: why, by whom, when. It stands on the page until the measure is handed in again. */
export function MeasureReturns({ lang, returns }: Readonly<{ lang: Language; returns: readonly Step[] }>) {
  const { returned } = measurePageText(lang)
  return returns.map((step) => (
    <section className="returned-box" key={step.id} aria-labelledby={`returned-${step.id}`}>
      <h2 id={`returned-${step.id}`}>
        <Icon name="returned" />
        {step.kind === 'reopened' ? returned.reopenedTitle : returned.title}
      </h2>
      <p className="words">{step.reason}</p>
      <p className="muted small">{returned.by(step.byName, formatInstant(step.at, lang))}</p>
    </section>
  ))
}
