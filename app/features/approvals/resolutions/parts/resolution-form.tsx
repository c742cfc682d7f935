import type { Language } from '../../../../i18n/language.ts'
import { formatDay, type IsoDay } from '../../../../kernel/thai-date.ts'
import { CheckField, type Choice, type FormView, TextAreaField } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { DECISIONS, shortHash } from '../../matter.domain.ts'
import { approvalsTerms } from '../../text/index.ts'
import type { AgendaPage } from '../agenda-page.queries.server.ts'
import { effectOf, type StepOfItem } from '../effect.domain.ts'
import { officialWording } from '../official-wording.th.ts'
import formUrl from '../scripts/resolution-form.script.ts?worker&url'
import { agendaItemText } from '../text/index.ts'
import { TaskRows } from './task-rows.tsx'

type ResolutionFormProps = Readonly<{
  lang: Language
  page: AgendaPage
  form: FormView
  units: readonly Choice[]
  people: readonly Choice[]
  here: string
  today: IsoDay
  /** Under which name what is typed is kept on the server. */
  draft: string
  nonce: string
  /** What was typed was about another content than the one that is put forward now. */
  isContentChanged: boolean
  /** A draft of the wording was just put in. */
  isDrafted: boolean
}>

/** What the body decided: the decision with what it means, its wording, its conditions, and which content it is about. */
export function ResolutionForm(props: ResolutionFormProps) {
  const { lang, page, form, here, today, draft, nonce, isContentChanged, isDrafted } = props
  const text = agendaItemText(lang).form
  const heldOn = formatDay(page.item.meeting.heldOn, lang)
  return (
    <section className="stack no-print" aria-labelledby="record-title" id="record">
      <h2 id="record-title">{text.title}</h2>
      {isContentChanged && <Notice kind="warning">{text.changed}</Notice>}
      {isDrafted && <Notice kind="done">{text.drafted}</Notice>}
      <form method="post" action={here} className="form resolution-form" data-draft={draft}>
        <Bound lang={lang} page={page} />
        <p>
          {text.days(heldOn, formatDay(today, lang))}{' '}
          {today > page.item.meeting.heldOn && <span className="muted">{text.backDated}</span>}
        </p>
        <Decisions lang={lang} page={page} form={form} />
        <div className="stack">
          <TextAreaField
            form={form}
            name="wording"
            label={text.wording}
            hint={text.wordingHint}
            rows={5}
            lang="th"
            required
          />
          <p>
            <button
              type="submit"
              name="act"
              value="draft"
              className="button small"
              formAction={`${here}#record`}
            >
              <Icon name="quote" />
              {text.draft}
            </button>
          </p>
        </div>
        <TaskRows lang={lang} form={form} units={props.units} people={props.people} here={here} />
        {page.isFrozenAfter && (
          <div
            className={form.errors.confirmed === undefined ? 'confirm-content' : 'confirm-content invalid'}
          >
            {form.errors.confirmed !== undefined && <p className="error">{form.errors.confirmed}</p>}
            <CheckField form={form} name="confirmed" label={text.confirm(heldOn)} hint={text.confirmHint} />
          </div>
        )}
        <div className="actions">
          <button type="submit" name="act" value="record" className="button primary">
            <Icon name="seal" />
            {text.save}
          </button>
        </div>
      </form>
      <script src={formUrl} nonce={nonce} defer />
    </section>
  )
}

/** Which content the resolution will be bound to, in words, and for the server. */
function Bound({ lang, page: { matter } }: Pick<ResolutionFormProps, 'lang' | 'page'>) {
  const text = agendaItemText(lang).form
  if (matter === null) return <p className="bound">{text.bindsNothing}</p>
  return (
    <div className="bound">
      <p className="small muted">{text.binds}</p>
      <p>
        <strong>{matter.title}</strong>
      </p>
      <p>
        <Icon name="fingerprint" /> <code className="hash-short">{shortHash(matter.contentHash)}</code>
      </p>
      <input type="hidden" name="seenHash" value={matter.contentHash} />
    </div>
  )
}

/** A resolution of this item, on the way that the chain prescribes. */
const stepOf = ({ item, matter, chain }: AgendaPage): StepOfItem => ({
  kind: matter?.kind ?? null,
  form: item.meeting.form,
  hasChain: chain !== null,
  step: chain?.steps.find(({ bodyId }) => bodyId === item.meeting.bodyId) ?? null,
  steps: chain?.steps.length ?? 0,
})

function Decisions({ lang, page, form }: Pick<ResolutionFormProps, 'lang' | 'page' | 'form'>) {
  const text = agendaItemText(lang).form
  const terms = approvalsTerms(lang).decisions
  const step = stepOf(page)
  const error = form.errors.decision
  // Without a content all of them mean the same, which is said once.
  const isSaidOnce = step.kind === null
  const about = { form: page.item.meeting.form, kind: step.kind, title: page.item.title }
  return (
    <fieldset
      className={error === undefined ? 'decisions' : 'decisions invalid'}
      aria-describedby={error === undefined ? undefined : 'decision-error'}
    >
      <legend>{text.decision}</legend>
      {error !== undefined && (
        <p className="error" id="decision-error">
          {error}
        </p>
      )}
      {isSaidOnce && <p className="hint">{text.effects['no-content']}</p>}
      {DECISIONS.map((decision, index) => {
        // An error leads to the first of them.
        const id = index === 0 ? 'decision' : `decision-${decision}`
        return (
          <div className="decision" key={decision}>
            <input
              type="radio"
              id={id}
              name="decision"
              value={decision}
              defaultChecked={form.values.decision === decision}
              aria-describedby={isSaidOnce ? undefined : `${id}-means`}
              data-wording={officialWording(decision, about)}
            />
            <label htmlFor={id}>{terms[decision]}</label>
            {!isSaidOnce && (
              <span className="hint" id={`${id}-means`}>
                {text.effects[effectOf(decision, step)]}
              </span>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
