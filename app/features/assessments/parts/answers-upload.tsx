import type { Language } from '../../../i18n/language.ts'
import { EMPTY_FORM, SelectField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { SheetUploadForm } from '../../../ui/sheet-import.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { answersPageText } from '../text/answers-page.ts'

/** Where a file of answers is chosen, how it is prepared, and the templates of the years that can be computed. */
export function AnswersUpload({
  lang,
  forms,
  year,
}: Readonly<{ lang: Language; forms: readonly number[]; year: number | null }>) {
  const text = answersPageText(lang)
  const rules = text.rules
  const chosen = year !== null && forms.includes(year) ? year : forms[0]
  return (
    <>
      <SheetUploadForm
        text={text}
        action={addressOf.office(lang, 'scores/answers')}
        rules={[rules.columns, rules.rows, rules.cells, rules.agency]}
        fields={
          <>
            <SelectField
              form={{ values: { year: String(chosen ?? '') }, errors: {} }}
              name="year"
              label={text.year}
              choices={forms.map((one) => ({ value: String(one), label: String(one) }))}
            />
            <TextField
              form={EMPTY_FORM}
              name="sourceNote"
              label={text.sourceNote}
              hint={text.sourceNoteHint}
            />
          </>
        }
      />
      <section className="stack" aria-labelledby="templates-title">
        <h2 id="templates-title">{text.templateTitle}</h2>
        <ul className="answer-templates">
          {forms.map((one) => (
            <li key={one}>
              {(['xlsx', 'csv'] as const).map((format) => (
                <a
                  key={format}
                  className="button"
                  href={addressOf.office(lang, `scores/answers/form/${one}.${format}`)}
                >
                  <Icon name="download" />
                  {text.template(one)} ({format.toUpperCase()})
                </a>
              ))}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
