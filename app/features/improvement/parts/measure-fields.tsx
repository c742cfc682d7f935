import '../../../ui/office-measures.css'
import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { CheckField, type FormView, SelectField, TextAreaField, TextField } from '../../../ui/form.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { MeasureEdit } from '../measures/facts/measure-edit.queries.server.ts'
import { measureEditText, measureFactsText } from '../measures/facts/text/index.ts'
import { MEASURE_KINDS } from '../working/working-cycle.domain.ts'
import { RichTextField } from './rich-text-field.tsx'

/** The form of a measure, with the boxes that are ticked: a form holds several values of one name there. */
export type MeasureForm = FormView & Readonly<{ unitIds: readonly string[]; personIds: readonly string[] }>

type MeasureFieldsProps = Readonly<{ lang: Language; edit: MeasureEdit; form: MeasureForm }>

/** All that is written in a measure, in one column. */
export function MeasureFields({ lang, edit, form }: MeasureFieldsProps) {
  const text = measureEditText(lang)
  const { fields, kinds } = measureFactsText(lang)
  const { facts } = edit.measure
  const citing = { address: addressOf.office(lang, 'citations'), year: edit.fiscalYear }
  const written = facts.period.state === 'value' ? facts.period.value.written : null
  return (
    <>
      <section className="form" aria-labelledby="what-title">
        <h2 id="what-title">{text.what}</h2>
        <RichTextField
          form={form}
          name="text"
          label={fields.text}
          hint={text.textHint}
          plainHint={text.citingHint}
          rows={4}
          citing={citing}
        />
        <SelectField
          form={form}
          name="kind"
          label={fields.kind}
          choices={[
            { value: '', label: text.kindNone },
            ...MEASURE_KINDS.map((kind) => ({ value: kind, label: kinds[kind] })),
          ]}
        />
      </section>
      <section className="form" aria-labelledby="when-title">
        <h2 id="when-title">{text.when}</h2>
        <p className="muted" id="period-hint">
          {text.periodHint}
          {written !== null && ` ${text.periodWritten(written)}`}
        </p>
        <div className="field-pair">
          <TextField form={form} name="from" label={fields.from} autoComplete="off" />
          <TextField form={form} name="to" label={fields.to} autoComplete="off" />
        </div>
        <TextField form={form} name="dueDay" label={fields.dueDay} hint={text.dueHint} autoComplete="off" />
      </section>
      <section className="form" aria-labelledby="who-title">
        <h2 id="who-title">{text.who}</h2>
        <UnitBoxes lang={lang} edit={edit} form={form} />
        <PeopleBoxes lang={lang} edit={edit} form={form} />
        <TextField
          form={form}
          name="ownersWritten"
          label={fields.ownersWritten}
          hint={text.writtenHint}
          autoComplete="off"
          lang="th"
        />
      </section>
      <section className="form" aria-labelledby="proof-title">
        <h2 id="proof-title">{text.proof}</h2>
        <TextAreaField
          form={form}
          name="expectedEvidence"
          label={fields.expectedEvidence}
          hint={text.evidenceHint}
        />
        <TextField
          form={form}
          name="budget"
          label={fields.budget}
          hint={text.budgetHint}
          autoComplete="off"
          inputMode="text"
        />
        <BudgetNone lang={lang} edit={edit} form={form} />
      </section>
      <section className="form" aria-labelledby="report-title">
        <h2 id="report-title">{text.report}</h2>
        <RichTextField
          form={form}
          name="summary"
          label={fields.summary}
          hint={text.summaryHint}
          plainHint={text.citingHint}
          rows={6}
          citing={citing}
        />
      </section>
    </>
  )
}

function UnitBoxes({ lang, edit, form }: MeasureFieldsProps) {
  const text = measureEditText(lang)
  const { fields } = measureFactsText(lang)
  // One that has ended is offered only where it carries the measure out already.
  const units = edit.choices.units.filter(
    ({ id, validTo }) => validTo === null || edit.measure.facts.unitIds.includes(id),
  )
  return (
    <Boxes form={form} name="unitIds" label={fields.unitIds} hint={text.unitsHint}>
      {units.length === 0 && <p className="muted">{text.noUnits}</p>}
      {units.map(({ id, code, nameTh, nameEn, validTo }) => {
        const name = [code, lang === 'en' ? (nameEn ?? nameTh) : nameTh].filter(Boolean).join(' ')
        return (
          <Box key={id} name="unitId" value={id} isTicked={form.unitIds.includes(id)}>
            {validTo === null ? name : text.ended(name)}
          </Box>
        )
      })}
    </Boxes>
  )
}

function PeopleBoxes({ lang, edit, form }: MeasureFieldsProps) {
  const text = measureEditText(lang)
  const { fields } = measureFactsText(lang)
  const { people, units } = edit.choices
  const codeOf = (id: string) => {
    const unit = units.find((one) => one.id === id)
    return unit ? [unit.code ?? unit.nameTh] : []
  }
  return (
    <Boxes form={form} name="personIds" label={fields.personIds} hint={text.peopleHint}>
      {people.length === 0 && <p className="muted">{text.noPeople}</p>}
      {people.map(({ id, name, unitIds }) => (
        <Box key={id} name="personId" value={id} isTicked={form.personIds.includes(id)}>
          {text.person(name, unitIds.flatMap(codeOf).join(', '))}
        </Box>
      ))}
    </Boxes>
  )
}

type BoxesProps = Readonly<{ form: FormView; name: string; label: string; hint: string; children: ReactNode }>

function Boxes({ form, name, label, hint, children }: BoxesProps) {
  const error = form.errors[name]
  return (
    <fieldset className={error === undefined ? 'boxes' : 'boxes invalid'} id={name} tabIndex={-1}>
      <legend>{label}</legend>
      <span className="hint">{hint}</span>
      {error !== undefined && <span className="error">{error}</span>}
      {children}
    </fieldset>
  )
}

type BoxProps = Readonly<{ name: string; value: string; isTicked: boolean; children: ReactNode }>

const Box = ({ name, value, isTicked, children }: BoxProps) => (
  <label className="box">
    <input type="checkbox" name={name} value={value} defaultChecked={isTicked} />
    <span>{children}</span>
  </label>
)

function BudgetNone({ lang, edit, form }: MeasureFieldsProps) {
  const text = measureEditText(lang)
  const { fields } = measureFactsText(lang)
  const { budget } = edit.measure.facts
  const hint =
    budget.state === 'none'
      ? text.declared(budget.declaredBy, formatDay(budget.declaredOn, lang))
      : text.budgetNoneHint
  return <CheckField form={form} name="budgetNone" label={fields.budgetNone} hint={hint} />
}
