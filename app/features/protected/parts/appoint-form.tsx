import type { Language } from '../../../i18n/language.ts'
import { type FormView, SelectField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { APPOINTMENT_KINDS } from '../receiving/appointment.domain.ts'
import { appointmentsText } from '../text/receiving.ts'

type AppointFormProps = Readonly<{
  lang: Language
  people: readonly Readonly<{ id: string; name: string }>[]
  form: FormView
}>

/** Where somebody is appointed; what each duty is stands beside it. */
export function AppointForm({ lang, people, form }: AppointFormProps) {
  const text = appointmentsText(lang)
  const here = addressOf.office(lang, 'protected/appointments')
  const shown = { ...form, values: { step: '1', ...form.values } }
  return (
    <section className="card form" aria-labelledby="appoint-title">
      <h2 id="appoint-title">{text.makeTitle}</h2>
      <form method="post" className="form" action={here}>
        <SelectField
          form={shown}
          name="personId"
          label={text.person}
          choices={[
            { value: '', label: text.choose },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          form={shown}
          name="kind"
          label={text.kind}
          choices={APPOINTMENT_KINDS.map((kind) => ({
            value: kind,
            label: `${text.kinds[kind]}: ${text.duties[kind]}`,
          }))}
        />
        <TextField
          form={shown}
          name="roleTh"
          label={text.roleTh}
          hint={text.roleHint}
          lang="th"
          autoComplete="off"
          required
        />
        <TextField form={shown} name="roleEn" label={text.roleEn} lang="en" autoComplete="off" required />
        <TextField
          form={shown}
          name="officeKey"
          label={text.office}
          hint={text.officeHint}
          autoComplete="off"
        />
        <TextField
          form={shown}
          name="step"
          label={text.step}
          hint={text.stepHint}
          inputMode="numeric"
          autoComplete="off"
        />
        <div className="actions">
          <button type="submit" className="button primary" name="act" value="appoint">
            <Icon name="yes" />
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
