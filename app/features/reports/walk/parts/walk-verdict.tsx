import type { Language } from '../../../../i18n/language.ts'
import { codeOf, yearOf } from '../../../../kernel/item-ref.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { type WhyPageText, whyPageText } from '../text/why-page.ts'
import type { Walk } from '../walk.domain.ts'

/** The verdict first, and the rule that it comes from. */
export function WalkVerdict({ lang, walk }: { lang: Language; walk: Walk }) {
  const text = whyPageText(lang)
  const { verdict } = walk
  const { answers } = walk.report
  const toItem = addressOf.disclosureItem(lang, yearOf(answers), codeOf(answers))
  if (!verdict)
    return (
      <section aria-labelledby="verdict" className="stack">
        <h2 id="verdict">{text.verdict}</h2>
        <p>{text.noRule(codeOf(answers), yearOf(answers))}</p>
      </section>
    )
  const lacking = verdict.elements - verdict.passing
  return (
    <section aria-labelledby="verdict" className="stack">
      <h2 id="verdict">{text.verdict}</h2>
      <div className={verdict.score === 100 ? 'verdict' : 'verdict zero'}>
        <span className="score">{verdict.score}</span>
        <div className="stack">
          <span>
            <Icon name={verdict.score === 100 ? 'done' : 'late'} />{' '}
            {verdict.score === 100
              ? text.full(codeOf(verdict.item), yearOf(verdict.item), verdict.elements)
              : text.zero(codeOf(verdict.item), yearOf(verdict.item), lacking, verdict.elements)}
          </span>
          <a href={toItem}>{text.toItem}</a>
        </div>
      </div>
      {lacking > 0 && <Lacking lang={lang} walk={walk} text={text} />}
      <details className="walk-fold">
        <summary>{text.rule}</summary>
        <Facts
          rows={[
            [text.workYear, text.workYearOf(verdict.workYear)],
            [
              text.ruleSource,
              // Sources are in the language in which they were written down.
              <>
                <span lang="en">{verdict.source}</span> ({text.certainty[verdict.certainty]})
              </>,
            ],
          ]}
        />
      </details>
    </section>
  )
}

function Lacking({ lang, walk, text }: { lang: Language; walk: Walk; text: WhyPageText }) {
  const cells = walk.cells.filter(({ elements }) => elements.some(({ passes }) => !passes))
  return (
    <>
      <h3>{text.lacking}</h3>
      <ul>
        {cells.map(({ id, label, elements }) => (
          <li key={id}>
            <a href={`#${id}`}>{label[lang]}</a>{' '}
            {elements.filter(({ passes }) => !passes).map(({ reason }) => reason[lang])[0]}
          </li>
        ))}
      </ul>
    </>
  )
}
