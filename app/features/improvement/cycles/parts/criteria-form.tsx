import type { Language } from '../../../../i18n/language.ts'
import { type FormView, TextField } from '../../../../ui/form.tsx'
import { RichTextField } from '../../parts/rich-text-field.tsx'
import { reportDataPageText, reportPartsText } from '../text/index.ts'
import { PartForm } from './part-form.tsx'

type CriteriaFormProps = Readonly<{
  lang: Language
  form: FormView
  draft: string
  citing: Readonly<{ address: string; year: number }>
}>

/** The box that quotes the rule of the item that the report answers. */
export function CriteriaForm({ lang, form, draft, citing }: CriteriaFormProps) {
  const text = reportPartsText(lang).criteria
  const { backgroundHint } = reportDataPageText(lang)
  return (
    <PartForm part="criteria" form={form} draft={draft} save={text.save}>
      <TextField form={form} name="criteriaHeading" label={text.heading} lang="th" />
      <RichTextField
        form={form}
        name="criteriaBody"
        label={text.body}
        plainHint={backgroundHint}
        citing={citing}
      />
      <TextField form={form} name="scoringHeading" label={text.scoringHeading} lang="th" />
      <RichTextField form={form} name="scoring" label={text.scoring} rows={4} citing={citing} />
    </PartForm>
  )
}
