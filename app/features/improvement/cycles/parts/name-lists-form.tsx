import type { Language } from '../../../../i18n/language.ts'
import { CheckField, type FormView, TextAreaField, TextField } from '../../../../ui/form.tsx'
import { countLists, listInput } from '../name-list-rows.domain.ts'
import { reportPartsText } from '../text/index.ts'
import { PartForm, Row } from './part-form.tsx'

type NameListsFormProps = Readonly<{ lang: Language; form: FormView; draft: string }>

/** The lists of names of a report, and an empty one for another. */
export function NameListsForm({ lang, form, draft }: NameListsFormProps) {
  const text = reportPartsText(lang).lists
  const rows = countLists(form.values)
  return (
    <PartForm part="lists" form={form} draft={draft} save={text.save}>
      {rows <= 1 && <p className="muted">{text.none}</p>}
      {Array.from({ length: rows }, (_, index) => {
        const isNew = index === rows - 1
        const [heading, people] = [listInput(index, 'heading'), listInput(index, 'people')]
        const isTyped = form.values[heading] !== '' || form.values[people] !== ''
        const lines = (form.values[people] ?? '').split('\n').length
        return (
          <Row
            key={heading}
            title={isNew ? text.newRow : text.row(index + 1)}
            isNew={isNew}
            isOpen={isTyped || rows <= 1}
          >
            <TextField form={form} name={heading} label={text.heading} hint={text.headingHint} lang="th" />
            <TextAreaField
              form={form}
              name={people}
              label={text.people}
              hint={text.peopleHint}
              rows={Math.min(Math.max(lines + 1, 4), 16)}
              lang="th"
            />
            {!isNew && <CheckField form={form} name={listInput(index, 'remove')} label={text.remove} />}
          </Row>
        )
      })}
    </PartForm>
  )
}
