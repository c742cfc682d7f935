import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { OutcomeView } from '../outcomes/outcome-view.domain.ts'
import { outcomePageText } from '../outcomes/text/index.ts'
import type { OutcomeFacts as Facts } from '../working/working-cycle.domain.ts'
import { citationAddress } from './citation-mark.tsx'
import { OutcomeFacts } from './outcome-facts.tsx'
import { RichTextView } from './rich-text-view.tsx'

type OutcomeListProps = Readonly<{
  lang: Language
  issueId: string
  /** `evidence`: how many pieces prove it. */
  views: readonly (OutcomeView & Readonly<{ mayChange: boolean; evidence: number }>)[]
  /** Numbers of measures that none covers. */
  uncovered: readonly number[]
  hasMeasures: boolean
  mayAdd: boolean
}>

/** The outcomes of an issue, on its page. */
export function OutcomeList({ lang, issueId, views, uncovered, hasMeasures, mayAdd }: OutcomeListProps) {
  const text = outcomePageText(lang)
  const add = mayAdd && hasMeasures && (
    <p className="actions">
      <a className="button" href={addressOf.office(lang, `issues/${issueId}/outcomes/add`)}>
        <Icon name="add" />
        {text.add}
      </a>
    </p>
  )
  if (views.length === 0)
    return (
      <div className="empty">
        <h3>{text.emptyTitle}</h3>
        <p>{text.emptyBody}</p>
        {!hasMeasures && <p>{text.noMeasures}</p>}
        {add}
      </div>
    )
  return (
    <div className="stack">
      {uncovered.length > 0 && <Notice kind="warning">{text.uncovered(uncovered.join(', '))}</Notice>}
      {views.map((view) => (
        <OutcomeCard key={view.outcome.id} lang={lang} view={view} />
      ))}
      {add}
    </div>
  )
}

function OutcomeCard({ lang, view }: { lang: Language; view: OutcomeListProps['views'][number] }) {
  const text = outcomePageText(lang)
  const { outcome, covers, facts, mayChange, evidence } = view
  const address = addressOf.office(lang, `outcomes/${outcome.id}`)
  return (
    <article className="card outcome" id={`outcome-${outcome.id}`}>
      <p className="muted">{covers.length === 0 ? text.coversNone : `${text.covers} ${covers.join(', ')}`}</p>
      <OutcomeText lang={lang} text={outcome.facts.text} />
      <OutcomeFacts lang={lang} facts={facts} />
      <p className="small muted">
        {mayChange ? <a href={`${address}#evidence`}>{text.evidence(evidence)}</a> : text.evidence(evidence)}
      </p>
      {mayChange && (
        <div className="actions">
          <a className="button small" href={address}>
            <Icon name="edit" />
            {text.edit}
          </a>
          <form method="post">
            <input type="hidden" name="outcomeId" value={outcome.id} />
            <button type="submit" className="button small" name="act" value="remove-outcome">
              <Icon name="remove" />
              {text.remove}
            </button>
          </form>
        </div>
      )}
    </article>
  )
}

/** What the report prints of an outcome. */
export function OutcomeText({ lang, text: field }: { lang: Language; text: Facts['text'] }) {
  const text = outcomePageText(lang)
  if (field.state === 'value') return <RichTextView text={field.value} marks={citationAddress} />
  return (
    <p className="muted">
      {field.state === 'none' ? text.none(field.declaredBy, formatDay(field.declaredOn, lang)) : text.missing}
    </p>
  )
}
