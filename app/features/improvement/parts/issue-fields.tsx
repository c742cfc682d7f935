import type { Language } from '../../../i18n/language.ts'
import '../../../ui/office-people.css'
import { type FormView, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { limitationRows } from '../issues/sent-issue.domain.ts'
import { issuePageText } from '../issues/text/index.ts'
import { RichTextField } from './rich-text-field.tsx'

type IssueFieldsProps = Readonly<{
  lang: Language
  form: FormView
  /** B.E.; of the results that the analysis reads. */
  resultsYear: number
}>

/** Everything that is written of an issue. The button for one more field sends the form, and it comes back with the field. */
export function IssueFields({ lang, form, resultsYear }: IssueFieldsProps) {
  const text = issuePageText(lang).fields
  const citing = { address: addressOf.office(lang, 'citations'), year: resultsYear }
  const rows = Math.max(1, limitationRows(form.values))
  return (
    <>
      <TextField form={form} name="title" label={text.title} hint={text.titleHint} required />
      <TextField form={form} name="listedTitle" label={text.listedTitle} hint={text.listedTitleHint} />
      <RichTextField
        form={form}
        name="analysis"
        label={text.analysis}
        plainHint={text.analysisHint(resultsYear)}
        rows={14}
        citing={citing}
      />
      <fieldset className="checks limitations">
        <legend>{text.limitations}</legend>
        <p className="hint">{text.limitationsHint}</p>
        {Array.from({ length: rows }, (_, at) => (
          <RichTextField
            // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place
            key={at}
            form={form}
            name={`limitation-${at}`}
            label={text.limitation(at + 1)}
            rows={3}
            citing={citing}
          />
        ))}
        <button
          type="submit"
          className="button small"
          name="act"
          value="more"
          formAction={`?edit=1#limitation-${rows}`}
        >
          <Icon name="add" />
          {text.more}
        </button>
      </fieldset>
    </>
  )
}
