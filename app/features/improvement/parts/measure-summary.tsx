import '../../../ui/save-bar.css'
import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { CheckField, type FormView, TextAreaField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { MeasurePage } from '../measures/measure-page.queries.server.ts'
import { openReturns, submitGaps } from '../measures/steps/step.domain.ts'
import { measurePageText } from '../measures/text/index.ts'
import { stateAfter } from '../working/measure-state.domain.ts'
import { RichTextField } from './rich-text-field.tsx'
import { RichTextView } from './rich-text-view.tsx'

type SummaryFormProps = Readonly<{
  lang: Language
  page: MeasurePage
  here: string
  form: FormView
  evidence: number
  seenStep: string
  seenVersion: number
  /** Under which name what is typed is kept on the server. */
  draft: string
}>

/** The summary, which can be saved, and handed in with it. */
export function SummaryForm(props: SummaryFormProps) {
  const { lang, page, here, form, evidence, seenStep, seenVersion, draft } = props
  const text = measurePageText(lang)
  const { measure, fiscalYear, steps, progress } = page
  const maySubmit = stateAfter(measure.state, 'submit') !== null
  const isAnswering = openReturns(steps).length > 0
  const hasProgress = progress.some(({ withdrawnAt }) => withdrawnAt === null)
  return (
    <form
      method="post"
      action={here}
      className="form summary-form"
      data-draft={draft}
      data-seen-version={seenVersion}
    >
      <input type="hidden" name="seenVersion" value={seenVersion} />
      <input type="hidden" name="seenStep" value={seenStep} />
      <RichTextField
        form={form}
        name="summary"
        id="summary-text"
        label={text.summary.label}
        hint={text.summary.hint}
        citing={{ address: addressOf.office(lang, 'citations'), year: fiscalYear }}
      />
      {hasProgress && (
        <p>
          <button type="submit" name="act" value="fill" className="button small">
            <Icon name="downward" />
            {text.summary.fill}
          </button>
        </p>
      )}
      <CheckField form={form} name="declaredNone" label={text.summary.none} hint={text.summary.noneHint} />
      {maySubmit && isAnswering && <AnswerField lang={lang} form={form} />}
      {maySubmit && submitGaps({ evidence }).includes('evidence') && (
        <div className={form.errors.confirmed === undefined ? undefined : 'field invalid'}>
          {form.errors.confirmed !== undefined && <span className="error">{form.errors.confirmed}</span>}
          <CheckField
            form={form}
            name="confirmed"
            label={text.summary.confirm}
            hint={text.summary.confirmHint}
          />
        </div>
      )}
      <div className="save-bar">
        <div className="actions">
          {/* The first is what Enter sends: saving, never handing in. */}
          <button
            type="submit"
            name="act"
            value="save-summary"
            className={maySubmit ? 'button' : 'button primary'}
          >
            <Icon name="yes" />
            {text.summary.save}
          </button>
          {maySubmit && (
            <button type="submit" name="act" value="submit" className="button primary">
              <Icon name="send" />
              {text.summary.submit}
            </button>
          )}
        </div>
      </div>
    </form>
  )
}

function AnswerField({ lang, form }: Readonly<{ lang: Language; form: FormView }>) {
  const text = measurePageText(lang).returned
  return <TextAreaField form={form} name="answer" label={text.answer} hint={text.answerHint} rows={2} />
}

/** The summary for who reads it. */
export function SummaryView({ lang, page }: Readonly<{ lang: Language; page: MeasurePage }>) {
  const text = measurePageText(lang)
  const { summary } = page.measure.facts
  if (summary.state === 'value') return <RichTextView text={summary.value} />
  return (
    <p className="muted">
      {summary.state === 'missing'
        ? text.summary.missing
        : text.none(summary.declaredBy, formatDay(summary.declaredOn, lang))}
    </p>
  )
}
