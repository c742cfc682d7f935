import type { Language } from '../../../../i18n/language.ts'
import { Confirm } from '../../../../ui/confirm.tsx'
import { CheckField, type FormView, SelectField, TextAreaField } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import type { Submission, SubmissionRow } from '../submission.domain.ts'
import { submissionPageText } from '../text/index.ts'

const hereOf = (lang: Language, year: number) => addressOf.office(lang, `disclosure/${year}/submission`)

/** The one act by which the addresses of a year are written down, after a question. */
export function SubmitForm({ lang, submission }: { lang: Language; submission: Submission }) {
  const text = submissionPageText(lang)
  const { year, rows, version } = submission
  const notPublic = rows.filter(({ isPublic }) => !isPublic).length
  return (
    <section className="stack" aria-labelledby="submit">
      <h2 id="submit">{text.submitTitle}</h2>
      <p>{text.submitAsk(rows.length)}</p>
      {notPublic > 0 && (
        <p>
          <Icon name="warning" /> {text.notPublic(notPublic)}
        </p>
      )}
      <Confirm label={text.submit}>
        <form method="post" action={hereOf(lang, year)} className="stack">
          <p>{text.submitOnce}</p>
          <input type="hidden" name="seenVersion" value={version} />
          <button type="submit" name="act" value="submit" className="button danger">
            <Icon name="send" />
            {text.submitSure}
          </button>
        </form>
      </Confirm>
    </section>
  )
}

type DisputeFormProps = Readonly<{
  lang: Language
  year: number
  row: SubmissionRow
  /** What was typed; null: what is recorded. */
  form: FormView | null
}>

/** The provisional score of one item and, where it is disputed, why. */
export function DisputeForm({ lang, year, row, form }: DisputeFormProps) {
  const { form: text, columns } = submissionPageText(lang)
  const { dispute, submitted } = row
  const shown: FormView = form ?? {
    values: {
      provisionalScore: dispute === null ? '' : String(dispute.provisionalScore),
      assessorReason: dispute?.assessorReason ?? '',
      isDisputed: dispute?.isDisputed ? 'on' : '',
      argument: dispute?.argument ?? '',
    },
    errors: {},
  }
  return (
    <form method="post" action={`${hereOf(lang, year)}?record=${row.code}#record`} className="form">
      <h2 id="record">{text.title(`${row.code} ${row.title?.[lang] ?? ''}`.trim())}</h2>
      <p className="small">
        {columns.address}: <span className="long-address">{submitted?.address}</span>
      </p>
      <input type="hidden" name="item" value={row.code} />
      <input type="hidden" name="seenVersion" value={shown.values.seenVersion ?? dispute?.version ?? 0} />
      <SelectField
        form={shown}
        name="provisionalScore"
        label={text.score}
        choices={[
          { value: '', label: text.choose },
          { value: '0', label: '0' },
          { value: '100', label: '100' },
        ]}
      />
      <TextAreaField form={shown} name="assessorReason" label={text.reason} hint={text.reasonHint} />
      <CheckField form={shown} name="isDisputed" label={text.isDisputed} hint={text.disputeHint} />
      <TextAreaField form={shown} name="argument" label={text.argument} hint={text.argumentHint} rows={6} />
      <div className="actions">
        <button type="submit" name="act" value="record" className="button primary">
          {text.save}
        </button>
        <a className="button" href={hereOf(lang, year)}>
          {text.back}
        </a>
      </div>
    </form>
  )
}
