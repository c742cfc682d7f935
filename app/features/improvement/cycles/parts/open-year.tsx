import type { Language } from '../../../../i18n/language.ts'
import { type Choice, type FormView, SelectField, TextField } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { cyclesPageText } from '../text/index.ts'

type OpenYearProps = Readonly<{ lang: Language; form: FormView; items: readonly Choice[] }>

/** Where an empty year is opened. */
export function OpenYear({ lang, form, items }: OpenYearProps) {
  const text = cyclesPageText(lang)
  const here = addressOf.office(lang, 'cycles')
  return (
    <section className="card form" aria-labelledby="open-title">
      <h2 id="open-title">{text.openTitle}</h2>
      <p className="muted">{text.openLead}</p>
      <form method="post" action={here} className="form">
        <TextField
          form={form}
          name="fiscalYear"
          label={text.fiscalYear}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <TextField
          form={form}
          name="resultsYear"
          label={text.resultsYear}
          hint={text.resultsYearHint}
          inputMode="numeric"
          autoComplete="off"
        />
        <SelectField
          form={form}
          name="answers"
          label={text.answers}
          choices={[{ value: '', label: text.answersByYear }, ...items]}
        />
        <div className="actions">
          <button type="submit" className="button primary" name="act" value="open">
            <Icon name="add" />
            {text.save}
          </button>
          <a className="button" href={here}>
            {text.cancel}
          </a>
        </div>
      </form>
    </section>
  )
}
