import type { Language } from '../../../../i18n/language.ts'
import { type Choice, type FormView, SelectField, TextAreaField, TextField } from '../../../../ui/form.tsx'
import { RichTextField } from '../../parts/rich-text-field.tsx'
import { reportDataPageText } from '../text/index.ts'
import { PartForm } from './part-form.tsx'

type ReportDataFormProps = Readonly<{
  lang: Language
  form: FormView
  items: readonly Choice[]
  /** The name under which what is typed is kept. */
  draft: string
  citing: Readonly<{ address: string; year: number }>
}>

/** The form of what a report says besides its issues. */
export function ReportDataForm({ lang, form, items, draft, citing }: ReportDataFormProps) {
  const text = reportDataPageText(lang)
  return (
    <PartForm part="data" form={form} draft={draft} save={text.save}>
      <h2>{text.coverTitle}</h2>
      <TextField form={form} name="title" label={text.reportTitle} lang="th" required />
      <TextField form={form} name="agencyLine" label={text.agencyLine} lang="th" required />
      <TextField form={form} name="yearLine" label={text.yearLine} lang="th" required />
      <TextField
        form={form}
        name="preparedByLine"
        label={text.preparedByLine}
        hint={text.preparedByHint}
        lang="th"
      />
      <TextAreaField
        form={form}
        name="approvalLine"
        label={text.approvalLine}
        hint={text.approvalHint}
        lang="th"
      />
      <TextField
        form={form}
        name="runningTitle"
        label={text.runningTitle}
        hint={text.runningHint}
        lang="th"
      />
      <TextAreaField
        form={form}
        name="issuesHeading"
        label={text.issuesHeading}
        hint={text.issuesHint}
        rows={2}
        lang="th"
      />
      <h2>{text.contentTitle}</h2>
      <RichTextField
        form={form}
        name="background"
        label={text.background}
        plainHint={text.backgroundHint}
        citing={citing}
      />
      <h2>{text.judgingTitle}</h2>
      <SelectField form={form} name="answers" label={text.answers} hint={text.answersHint} choices={items} />
      <TextField
        form={form}
        name="resultsYear"
        label={text.resultsYear}
        hint={text.resultsHint}
        inputMode="numeric"
        autoComplete="off"
        required
      />
    </PartForm>
  )
}
