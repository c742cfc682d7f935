import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { dayAsTyped, typedDay } from '../../../../kernel/typed-day.ts'
import { Confirm } from '../../../../ui/confirm.tsx'
import { EMPTY_FORM, type FormView, SelectField, TextField } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { HOLIDAY_KINDS, type Holiday } from '../holiday.domain.ts'
import { holidaysPageText } from '../text/index.ts'

type HolidayFormProps = Readonly<{
  lang: Language
  /** Where the form is sent, the year with it. */
  here: string
  /** The holiday that is changed; null for a new one. */
  holiday: Holiday | null
  /** What was typed and refused; null where nothing was. */
  form: FormView | null
}>

/** One holiday: a new one, or one that is changed or removed. */
export function HolidayForm({ lang, here, holiday, form: typed }: HolidayFormProps) {
  const text = holidaysPageText(lang)
  const form = typed ?? (holiday ? { values: valuesOf(holiday), errors: {} } : EMPTY_FORM)
  const day = typedDay(form.values.day ?? '')
  return (
    <section className="card form" aria-labelledby="holiday-title">
      <h2 id="holiday-title">{holiday ? text.changeTitle(holiday.nameTh) : text.add}</h2>
      <form method="post" className="form" action={here}>
        {holiday && <input type="hidden" name="was" value={holiday.day} />}
        <TextField
          form={form}
          name="day"
          label={text.day}
          hint={day === null ? text.dayHint : text.understood(formatDay(day, lang))}
          autoComplete="off"
          required
        />
        <TextField form={form} name="nameTh" label={text.nameTh} autoComplete="off" lang="th" required />
        <TextField form={form} name="nameEn" label={text.nameEn} autoComplete="off" lang="en" />
        <SelectField
          form={form}
          name="kind"
          label={text.kind}
          choices={HOLIDAY_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
        />
        <div className="actions">
          <button type="submit" className="button primary" name="act" value="save">
            <Icon name="yes" />
            {text.save}
          </button>
          <a className="button" href={here}>
            {text.cancel}
          </a>
        </div>
      </form>
      {holiday && (
        <Confirm label={text.remove}>
          <p>{text.removeSure}</p>
          <form method="post" action={here}>
            <input type="hidden" name="was" value={holiday.day} />
            <button type="submit" className="button danger" name="act" value="remove">
              {text.remove}
            </button>
          </form>
        </Confirm>
      )}
    </section>
  )
}

const valuesOf = ({ day, nameTh, nameEn, kind }: Holiday) => ({
  day: dayAsTyped(day),
  nameTh,
  nameEn: nameEn ?? '',
  kind,
})
