import type { Language } from '../../../../i18n/language.ts'
import { type Choice, type FormView, SelectField, TextAreaField, TextField } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { rowsIn, taskInputs } from '../resolution-form.domain.ts'
import { agendaItemText } from '../text/index.ts'

type TaskRowsProps = Readonly<{
  lang: Language
  form: FormView
  units: readonly Choice[]
  people: readonly Choice[]
  /** Address of the page. */
  here: string
}>

/** Conditions and deadlines: one group of fields for each, and a button for more. */
export function TaskRows({ lang, form, units, people, here }: TaskRowsProps) {
  const text = agendaItemText(lang).form
  const rows = rowsIn(form.values)
  const nobody = { value: '', label: text.nobody }
  return (
    <fieldset className="task-rows" id="tasks">
      <legend>{text.tasks}</legend>
      <p className="hint">{text.tasksHint}</p>
      <input type="hidden" name="rows" value={rows} />
      <ol>
        {Array.from({ length: rows }, (_, row) => taskInputs(row)).map((names, row) => (
          <li key={names.text}>
            <fieldset>
              <legend>{text.row(row + 1)}</legend>
              <TextAreaField form={form} name={names.text} label={text.what} rows={2} />
              <div className="task-owner">
                <TextField
                  form={form}
                  name={names.due}
                  label={text.due}
                  hint={text.dueHint}
                  autoComplete="off"
                />
                <SelectField form={form} name={names.unit} label={text.unit} choices={[nobody, ...units]} />
                <SelectField
                  form={form}
                  name={names.person}
                  label={text.person}
                  choices={[nobody, ...people]}
                />
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      <button
        type="submit"
        name="act"
        value="more-rows"
        className="button small"
        formAction={`${here}#tasks`}
      >
        <Icon name="add" />
        {text.moreRows}
      </button>
    </fieldset>
  )
}
