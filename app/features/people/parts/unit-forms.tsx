import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { typedDay } from '../../../kernel/typed-day.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { type Choice, type FormView, SelectField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { UnitRow } from '../directory/directory.queries.server.ts'
import { type Unit, unitLabel } from '../directory/unit.domain.ts'
import { unitsPageText } from '../text/pages.ts'

type FormProps = Readonly<{ lang: Language; choices: readonly Choice[]; form: FormView }>

/** Where a new unit is founded. */
export function FoundUnit({ lang, choices, form }: FormProps) {
  const text = unitsPageText(lang)
  const day = typedDay(form.values.from ?? '')
  return (
    <section className="card form" aria-labelledby="found-title">
      <h2 id="found-title">{text.found}</h2>
      <form method="post" className="form" action={addressOf.office(lang, 'units')}>
        <Facts lang={lang} choices={choices} form={form} />
        <TextField
          form={form}
          name="from"
          label={text.from}
          hint={day === null ? text.fromHint : text.understood(formatDay(day, lang))}
          autoComplete="off"
        />
        <Buttons lang={lang} act="found" />
      </form>
    </section>
  )
}

type ChangeProps = Readonly<{
  lang: Language
  unit: Pick<UnitRow, keyof Unit | 'head'>
  choices: readonly Choice[]
  /** Who can be its head. */
  people: readonly Choice[]
  /** What was typed and refused; null where nothing was. */
  form: FormView | null
  endForm: FormView | null
  headForm: FormView | null
}>

/** Where a unit is changed, and where it ends. */
export function ChangeUnit({ lang, unit, choices, people, form, endForm, headForm }: ChangeProps) {
  const text = unitsPageText(lang)
  const kept = {
    values: {
      abbreviation: unit.code ?? '',
      nameTh: unit.nameTh,
      nameEn: unit.nameEn ?? '',
      parentId: unit.parentId ?? '',
    },
    errors: {},
  }
  return (
    <section className="card form" aria-labelledby="change-title">
      <h2 id="change-title">{text.changeTitle(unitLabel(unit, lang))}</h2>
      <form method="post" className="form" action={addressOf.office(lang, 'units')}>
        <input type="hidden" name="unitId" value={unit.id} />
        <Facts lang={lang} choices={choices.filter(({ value }) => value !== unit.id)} form={form ?? kept} />
        <Buttons lang={lang} act="change" />
      </form>
      <form method="post" className="form" action={addressOf.office(lang, 'units')}>
        <input type="hidden" name="unitId" value={unit.id} />
        <SelectField
          form={headForm ?? { values: { headId: unit.head?.id ?? '' }, errors: {} }}
          name="headId"
          label={text.head}
          hint={text.headHint}
          choices={[{ value: '', label: text.noHead }, ...people]}
        />
        <div className="actions">
          <button type="submit" className="button" name="act" value="head">
            <Icon name="yes" />
            {text.saveHead}
          </button>
        </div>
      </form>
      <Confirm label={text.end} isOpen={endForm !== null}>
        <p>{text.endSure}</p>
        <form method="post" className="form" action={addressOf.office(lang, 'units')}>
          <input type="hidden" name="unitId" value={unit.id} />
          <TextField
            form={endForm ?? { values: {}, errors: {} }}
            name="lastDay"
            label={text.lastDay}
            hint={text.lastDayHint}
            autoComplete="off"
          />
          <button type="submit" className="button danger" name="act" value="end">
            {text.end}
          </button>
        </form>
      </Confirm>
    </section>
  )
}

function Facts({ lang, choices, form }: FormProps) {
  const text = unitsPageText(lang)
  return (
    <>
      <TextField form={form} name="abbreviation" label={text.code} hint={text.codeHint} autoComplete="off" />
      <TextField form={form} name="nameTh" label={text.nameTh} autoComplete="off" lang="th" required />
      <TextField form={form} name="nameEn" label={text.nameEn} autoComplete="off" lang="en" />
      <SelectField
        form={form}
        name="parentId"
        label={text.parent}
        choices={[{ value: '', label: text.top }, ...choices]}
      />
    </>
  )
}

function Buttons({ lang, act }: { lang: Language; act: string }) {
  const text = unitsPageText(lang)
  return (
    <div className="actions">
      <button type="submit" className="button primary" name="act" value={act}>
        <Icon name="yes" />
        {text.save}
      </button>
      <a className="button" href={addressOf.office(lang, 'units')}>
        {text.cancel}
      </a>
    </div>
  )
}
