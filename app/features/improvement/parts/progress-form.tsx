import type { Language } from '../../../i18n/language.ts'
import { type FormView, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { measurePageText } from '../measures/text/index.ts'
import { RichTextField } from './rich-text-field.tsx'

type ProgressFormProps = Readonly<{
  lang: Language
  here: string
  form: FormView
  /** B.E.; of codes that are cited without a year. */
  fiscalYear: number
  /** Under which name what is typed is kept on the server. */
  draft: string
}>

/** One more thing that was done, on a day. */
export function ProgressForm({ lang, here, form, fiscalYear, draft }: ProgressFormProps) {
  const text = measurePageText(lang).progress
  return (
    <form method="post" action={here} className="form" data-draft={draft}>
      <RichTextField
        form={form}
        name="progress"
        id="progress-text"
        label={text.text}
        rows={3}
        citing={{ address: addressOf.office(lang, 'citations'), year: fiscalYear }}
      />
      <TextField form={form} name="happenedOn" label={text.day} hint={text.dayHint} autoComplete="off" />
      <div className="actions">
        <button type="submit" name="act" value="add-progress" className="button">
          <Icon name="add" />
          {text.add}
        </button>
      </div>
    </form>
  )
}
