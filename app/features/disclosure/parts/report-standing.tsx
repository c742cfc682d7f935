import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { ItemStanding } from '../item-standing.queries.server.ts'
import { disclosureItemText } from '../text/index.ts'

/** How the published report answers the item. */
export function Standing({ lang, item: { answer, checkable } }: { lang: Language; item: ItemStanding }) {
  const text = disclosureItemText(lang)
  if (answer === null)
    return (
      <section className="empty">
        <h2>{text.noReportTitle}</h2>
        <p>{checkable ? text.noReportBody : text.noRuleBody}</p>
      </section>
    )
  if (answer.score === null)
    return (
      <section className="empty">
        <h2>{text.noRuleTitle}</h2>
        <p>{text.noRuleBody}</p>
        <p>
          <a href={addressOf.report(lang, answer.fiscalYear)}>{text.readReport}</a>
        </p>
      </section>
    )
  return <Answer lang={lang} answer={answer} />
}

type AnswerProps = { lang: Language; answer: NonNullable<ItemStanding['answer']> }

function Answer({ lang, answer }: AnswerProps) {
  const text = disclosureItemText(lang)
  const failing = answer.elements.filter((element) => !element.passes)
  return (
    <section aria-labelledby="verdict" className="stack">
      <h2 id="verdict">{text.verdict}</h2>
      <div className={`verdict ${answer.score === 100 ? '' : 'zero'}`}>
        <span className="score">{answer.score}</span>
        <div className="stack">
          <span className={`chip ${answer.score === 100 ? 'done' : 'late'}`}>
            <Icon name={answer.score === 100 ? 'done' : 'late'} />
            {answer.score === 100 ? text.full : text.zero(failing.length)}
          </span>
          <a href={addressOf.report(lang, answer.fiscalYear)}>{text.readReport}</a>
        </div>
      </div>
      {failing.length > 0 && (
        <>
          <h3>{text.toDo}</h3>
          <ol>
            {failing.map((element) => (
              <li key={`${element.issue}-${element.measure}-${element.element}`}>
                {text.issueMeasure(element.issue, element.measure)}:{' '}
                {(element.remedy ?? element.reason)[lang]}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

/** What the item asks for. */
export function Required({ lang, item }: { lang: Language; item: ItemStanding }) {
  const text = disclosureItemText(lang)
  if (item.required.length === 0) return null
  return (
    <section aria-labelledby="required" className="stack">
      <h2 id="required">{text.required}</h2>
      <ol>
        {item.required.map((element) => (
          <li key={element.key}>
            {element.text[lang]} <span className="muted small">({text.certainty[element.certainty]})</span>
          </li>
        ))}
      </ol>
      <p className="muted">{text.rule}</p>
    </section>
  )
}
