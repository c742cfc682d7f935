import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { addressOf } from '../../../web/addresses.ts'
import {
  fieldsOf,
  MOST_FILES,
  readersOf,
  TEXT_NAMES,
  type TypedReport,
} from '../reporting/report-form.domain.ts'
import type { ShownTerms } from '../reporting/report-terms.ts'
import { reportFormText } from '../text/reporting.ts'

type ReviewProps = Readonly<{
  lang: Language
  /** Null while the database is away: then nobody knows who would read. */
  terms: ShownTerms | null
  report: TypedReport
  formSecret: string
  mostBytes: number
  /** How many may be sent from one network before it becomes slower. */
  free: number
  /** Why it was not taken, in words. */
  errors: readonly string[]
  /** Whether files were chosen that the browser has forgotten by now. */
  hadFiles: boolean
}>

/** What was written, once more; files are chosen here, and with them it is sent. */
export function ReportReview(props: ReviewProps) {
  const { lang, report, errors } = props
  const words = reportFormText(lang)
  const text = words.review
  return (
    <>
      {errors.length > 0 && (
        <div className="error-summary" role="alert">
          <p>
            <strong>{words.faults.title}</strong>
          </p>
          {errors.map((error) => (
            <p key={error}>{error}</p>
          ))}
          {props.hadFiles && <p>{words.faults.chooseFiles}</p>}
        </div>
      )}
      <p className="lead">{text.lead}</p>
      <Written lang={lang} terms={props.terms} report={report} />
      <form
        method="post"
        action={addressOf.reporting(lang, 'report/send')}
        encType="multipart/form-data"
        autoComplete="off"
      >
        {/* Before the files, so that all words are known before a byte of a file comes. */}
        <input type="hidden" name="formSecret" value={props.formSecret} />
        {fieldsOf(report).map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <div className="field">
          <h2>{text.filesTitle}</h2>
          <label htmlFor="files">{text.files}</label>
          <span className="hint" id="files-hint">
            {text.filesHint(MOST_FILES, sizeText(props.mostBytes))}
          </span>
          <input id="files" name="files" type="file" multiple aria-describedby="files-hint" />
        </div>
        <p className="notice warning">{text.once}</p>
        <p className="muted">{text.slow(props.free)}</p>
        <p className="actions">
          <button type="submit" className="primary">
            {text.send}
          </button>
          <button
            type="submit"
            formAction={addressOf.reporting(lang, 'report')}
            formEncType="application/x-www-form-urlencoded"
            name="step"
            value="change"
          >
            {text.change}
          </button>
        </p>
      </form>
    </>
  )
}

function Written({ lang, terms, report }: Pick<ReviewProps, 'lang' | 'terms' | 'report'>) {
  const words = reportFormText(lang)
  const { review: text, form } = words
  const roles = (ids: readonly string[]) =>
    terms?.holders.filter(({ appointmentId }) => ids.includes(appointmentId)).map(({ role }) => role) ?? []
  const rows = [
    [form.category, terms?.categories.find(({ key }) => key === report.category)?.label ?? report.category],
    ...TEXT_NAMES.map((name) => [form[name], report[name]] as const),
    [text.offices, report.offices.join(', ')],
    [text.leftOut, roles(report.leftOut).join(', ')],
    [form.name, report.name],
    [form.contact, report.contact],
    [
      text.readers,
      terms === null
        ? ''
        : readersOf(terms.holders, report)
            .map(({ role }) => role)
            .join(', '),
    ],
  ] as const
  return (
    <dl>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="text">{value === '' ? <span className="muted">{text.nothing}</span> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
