import type { Language } from '../../../../i18n/language.ts'
import { type Choice, type FormView, SelectField, TextAreaField, TextField } from '../../../../ui/form.tsx'
import { approvalsTerms } from '../../text/index.ts'
import { PRESENCES } from '../meeting.domain.ts'
import { meetingFormText } from '../text/index.ts'

type MeetingFieldsProps = Readonly<{
  lang: Language
  form: FormView
  bodies: readonly Choice[]
  /** Of a new meeting alone: later it is held or cancelled by an act of its own. */
  asksState: boolean
}>

/** Every fact of a meeting. What a circular has not is hidden where one is chosen. */
export function MeetingFields({ lang, form, bodies, asksState }: MeetingFieldsProps) {
  const text = meetingFormText(lang)
  const terms = approvalsTerms(lang)
  return (
    <>
      <SelectField
        form={form}
        name="bodyId"
        label={text.body}
        choices={[{ value: '', label: text.chooseBody }, ...bodies]}
      />
      <SelectField
        form={form}
        name="form"
        label={text.form}
        hint={text.formHint}
        choices={(['meeting', 'circular'] as const).map((value) => ({ value, label: terms.forms[value] }))}
      />
      <TextField form={form} name="number" label={text.number} hint={text.numberHint} required />
      <TextField form={form} name="heldOn" label={text.day} hint={text.dayHint} required />
      {asksState && (
        <SelectField
          form={form}
          name="state"
          label={text.state}
          choices={(['planned', 'held'] as const).map((value) => ({ value, label: terms.states[value] }))}
        />
      )}
      <div className="meeting-times met">
        <TextField form={form} name="startsAt" label={text.startsAt} hint={text.timeHint} />
        <TextField form={form} name="endsAt" label={text.endsAt} hint={text.timeHint} />
      </div>
      <div className="met">
        <TextField form={form} name="place" label={text.place} />
      </div>
      <TextField form={form} name="chair" label={text.chair} />
      <TextField form={form} name="chairPosition" label={text.chairPosition} />
      <TextField form={form} name="secretary" label={text.secretary} />
      <fieldset className="met meeting-lists">
        <legend>{text.attendance}</legend>
        {PRESENCES.map((presence) => (
          <TextAreaField
            key={presence}
            form={form}
            name={presence}
            label={text.lists[presence]}
            hint={text.linesHint}
            rows={presence === 'present' ? 8 : 4}
            lang="th"
          />
        ))}
      </fieldset>
    </>
  )
}
