import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { OfferedScore } from '../outcomes/fact-choice.domain.ts'
import { outcomePageText } from '../outcomes/text/index.ts'
import { scoreWords } from './outcome-fact-fields.tsx'
import { spokenIn } from './worded.tsx'

const KINDS = [
  ['score', 'score'],
  ['percentage', 'percentage'],
  ['absence', 'absence'],
  ['completion', 'completion'],
  ['typed-score', 'typedScore'],
] as const

type OutcomeKindsProps = Readonly<{ lang: Language; withText: boolean }>

/** The kinds of facts, each a link to its form on the same page. */
export function OutcomeKinds({ lang, withText }: OutcomeKindsProps) {
  const text = outcomePageText(lang)
  const kinds = [...KINDS, ...(withText ? [['text', 'text'] as const] : [])]
  return (
    <ul className="outcome-kinds">
      {kinds.map(([kind, name]) => (
        <li key={kind}>
          <a href={`?kind=${kind}`}>{text.kinds[name]}</a>
          <span className="small muted">{text.kindHints[name]}</span>
        </li>
      ))}
    </ul>
  )
}

/** Where the later result of a pair is chosen; the page then shows what can stand before it. */
export function ChooseScore({
  lang,
  offered,
}: Readonly<{ lang: Language; offered: readonly OfferedScore[] }>) {
  const text = outcomePageText(lang)
  if (offered.length === 0)
    return (
      <Notice>
        <p>{text.noScores}</p>
        <p className="actions">
          <a className="button small" href={addressOf.office(lang, 'scores')}>
            <Icon name="chart" />
            {text.toScores}
          </a>
          <a className="button small" href="?kind=typed-score">
            {text.kinds.typedScore}
          </a>
        </p>
      </Notice>
    )
  const years = [...Map.groupBy(offered, ({ year }) => year)]
  return (
    <form method="get" className="form">
      <input type="hidden" name="kind" value="score" />
      <div className="field">
        <label htmlFor="after">{text.after}</label>
        <span className="hint" id="after-hint">
          {text.afterHint}
        </span>
        <select id="after" name="after" aria-describedby="after-hint">
          {years.map(([year, scores]) => (
            <optgroup key={year} label={`${year}`}>
              {scores.map((score) => (
                <option key={score.id} value={score.id} lang={spokenIn(scoreWords(lang, score))}>
                  {scoreWords(lang, score)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <p className="actions">
        <button type="submit" className="button primary">
          <Icon name="search" />
          {text.find}
        </button>
      </p>
    </form>
  )
}
