import type { Language } from '../../../../i18n/language.ts'
import { CheckField, type FormView, SelectField, TextAreaField, TextField } from '../../../../ui/form.tsx'
import type { ResolutionMention } from '../../cycle.domain.ts'
import { ABOUTS, countRows, placesOf, rowInput } from '../resolution-rows.domain.ts'
import { reportPartsText } from '../text/index.ts'
import { PartForm, Row } from './part-form.tsx'

type ResolutionRowsFormProps = Readonly<{
  lang: Language
  form: FormView
  draft: string
  /** Those that the report mentions now. */
  mentions: readonly ResolutionMention[]
}>

/** The resolutions that a report mentions, a row each, and an empty row for another. */
export function ResolutionRowsForm({ lang, form, draft, mentions }: ResolutionRowsFormProps) {
  const text = reportPartsText(lang).resolutions
  const rows = countRows(form.values)
  const places = placesOf(mentions).map(({ value, place }) => ({ value, label: placeWords(lang, place) }))
  const abouts = ABOUTS.map((about) => ({ value: about, label: text.abouts[about] }))
  return (
    <PartForm part="resolutions" form={form} draft={draft} save={text.save}>
      {rows <= 1 && <p className="muted">{text.none}</p>}
      {Array.from({ length: rows }, (_, index) => {
        const isNew = index === rows - 1
        const input = (field: Parameters<typeof rowInput>[1]) => rowInput(index, field)
        const isTyped = ['body', 'number', 'day', 'wording'].some(
          (field) => form.values[`r${index}.${field}`] !== '',
        )
        return (
          <Row
            key={input('body')}
            title={isNew ? text.newRow : text.row(index + 1)}
            isNew={isNew}
            isOpen={isTyped || rows <= 1}
          >
            <TextField form={form} name={input('body')} label={text.body} lang="th" autoComplete="off" />
            <div className="report-row-short">
              <TextField
                form={form}
                name={input('number')}
                label={text.number}
                hint={text.numberHint}
                autoComplete="off"
              />
              <TextField
                form={form}
                name={input('day')}
                label={text.day}
                hint={text.dayHint}
                autoComplete="off"
              />
              <SelectField form={form} name={input('about')} label={text.about} choices={abouts} />
              <SelectField form={form} name={input('place')} label={text.place} choices={places} />
            </div>
            <TextAreaField form={form} name={input('wording')} label={text.wording} rows={4} lang="th" />
            {!isNew && <CheckField form={form} name={input('remove')} label={text.remove} />}
          </Row>
        )
      })}
    </PartForm>
  )
}

function placeWords(lang: Language, { part, issue, measure }: ResolutionMention['place']): string {
  const text = reportPartsText(lang).resolutions
  return issue === null ? text.parts[part] : text.inIssue(text.parts[part], issue, measure)
}
