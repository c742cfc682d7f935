import type { Language } from '../../../i18n/language.ts'
import { ErrorSummary, type FormView, TextAreaField, TextField } from '../../../ui/form.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { TypedReport } from '../reporting/report-form.domain.ts'
import type { ShownTerms } from '../reporting/report-terms.ts'
import { reportFormText } from '../text/reporting.ts'

type FormProps = Readonly<{
  lang: Language
  terms: ShownTerms
  report: TypedReport
  /** What is wrong, by field, in words; '' for the form as a whole. */
  errors: Readonly<Record<string, string>>
  formSecret: string
}>

const ROWS = { what: 10, who: 3, where: 2, when: 2, fears: 3 } as const

/** The form of a report. What it carries is kept by nobody until it is sent. */
export function ReportForm({ lang, terms, report, errors, formSecret }: FormProps) {
  const words = reportFormText(lang)
  const text = words.form
  const form: FormView = { values: { ...report, offices: '', leftOut: '' }, errors }
  const readers = terms.holders.filter(({ kind }) => kind !== 'custodian')
  return (
    <>
      <ErrorSummary form={form} title={words.faults.title} />
      <form method="post" action={addressOf.reporting(lang, 'report')} autoComplete="off">
        <input type="hidden" name="formSecret" value={formSecret} />
        <Category lang={lang} terms={terms} report={report} error={errors.category} />
        <TextAreaField
          form={form}
          name="what"
          label={text.what}
          hint={text.whatHint}
          rows={ROWS.what}
          required
        />
        <TextAreaField form={form} name="who" label={text.who} hint={text.whoHint} rows={ROWS.who} />
        <TextAreaField form={form} name="where" label={text.where} rows={ROWS.where} />
        <TextAreaField form={form} name="when" label={text.when} hint={text.whenHint} rows={ROWS.when} />
        <TextAreaField form={form} name="fears" label={text.fears} hint={text.fearsHint} rows={ROWS.fears} />
        {terms.offices.length > 0 && (
          <Choices
            name="office"
            legend={text.officesTitle}
            hint={text.officesHint}
            chosen={report.offices}
            choices={terms.offices.map((office) => ({ value: office, label: office }))}
          />
        )}
        <Choices
          name="leaveOut"
          legend={text.leaveOutTitle}
          hint={text.leaveOutHint}
          chosen={report.leftOut}
          choices={readers.map(({ appointmentId, role }) => ({ value: appointmentId, label: role }))}
        />
        <fieldset>
          <legend>{text.identityTitle}</legend>
          <span className="hint">{terms.takesIdentity ? text.identityHint : text.identityOff}</span>
          {(terms.takesIdentity || report.name !== '' || report.contact !== '') && (
            <>
              <TextField form={form} name="name" label={text.name} autoComplete="off" />
              <TextField form={form} name="contact" label={text.contact} autoComplete="off" />
            </>
          )}
        </fieldset>
        <p className="muted">{text.lifetime}</p>
        <p className="actions">
          <button type="submit" className="primary" name="step" value="review">
            {text.toReview}
          </button>
        </p>
      </form>
    </>
  )
}

type CategoryProps = Pick<FormProps, 'lang' | 'terms' | 'report'> & Readonly<{ error: string | undefined }>

function Category({ lang, terms, report, error }: CategoryProps) {
  return (
    <fieldset id="category" aria-describedby={error === undefined ? undefined : 'category-error'}>
      <legend>{reportFormText(lang).form.category}</legend>
      {error !== undefined && (
        <span className="error" id="category-error">
          {error}
        </span>
      )}
      {terms.categories.map(({ key, label }) => (
        <label key={key} className="choice">
          <input type="radio" name="category" value={key} defaultChecked={report.category === key} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

type ChoicesProps = Readonly<{
  name: string
  legend: string
  hint: string
  chosen: readonly string[]
  choices: readonly Readonly<{ value: string; label: string }>[]
}>

const Choices = ({ name, legend, hint, chosen, choices }: ChoicesProps) => (
  <fieldset aria-describedby={`${name}-hint`}>
    <legend>{legend}</legend>
    <span className="hint" id={`${name}-hint`}>
      {hint}
    </span>
    {choices.map(({ value, label }) => (
      <label key={value} className="choice">
        <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
)
