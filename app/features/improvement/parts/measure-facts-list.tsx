import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import type { Field } from '../../../kernel/field.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Facts } from '../../../ui/facts.tsx'
import { measureFactsText } from '../measures/facts/text/index.ts'
import { type MeasurePageText, measurePageText } from '../measures/text/index.ts'
import type { MeasureFacts } from '../working/working-cycle.domain.ts'
import { RichTextView } from './rich-text-view.tsx'

type MeasureFactsListProps = Readonly<{ lang: Language; facts: MeasureFacts }>

/** What is to be done: the text of the measure, its period, kind, expected evidence and budget. */
export function MeasureFactsList({ lang, facts }: MeasureFactsListProps) {
  const text = measurePageText(lang)
  const { fields, kinds } = measureFactsText(lang)
  const missing = <span className="muted">{text.missing}</span>
  return (
    <section className="stack" aria-labelledby="facts-title">
      <h2 id="facts-title">{text.facts}</h2>
      <div className="measure-text">
        {fieldShown(text, lang, facts.text, (value) => (
          <RichTextView text={value} />
        ))}
      </div>
      <Facts
        rows={[
          [
            fields.period,
            fieldShown(text, lang, facts.period, ({ written, start, end }) => (
              <>
                {written}
                <span className="under">
                  {formatDay(start, lang)} – {formatDay(end, lang)}
                </span>
              </>
            )),
          ],
          [fields.kind, facts.kind === null ? missing : kinds[facts.kind]],
          [fields.expectedEvidence, facts.expectedEvidence ?? missing],
          [fields.budget, fieldShown(text, lang, facts.budget, (amount) => text.baht(withCommas(amount)))],
        ]}
      />
    </section>
  )
}

/** A field by its three states. */
export function fieldShown<T>(
  text: MeasurePageText,
  lang: Language,
  field: Field<T>,
  show: (value: T) => ReactNode,
): ReactNode {
  if (field.state === 'value') return show(field.value)
  return (
    <span className="muted">
      {field.state === 'missing'
        ? text.missing
        : text.none(field.declaredBy, formatDay(field.declaredOn, lang))}
    </span>
  )
}

const withCommas = (amount: string): string => amount.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
