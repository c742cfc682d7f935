import type { Language } from '../../../i18n/language.ts'
import { CheckField, type Choice, type FormView, SelectField, TextField } from '../../../ui/form.tsx'
import { ticketsText } from '../text/index.ts'
import { deskSettingsText } from '../text/office.ts'
import { TICKET_KINDS, type TicketKind } from '../tickets/ticket.domain.ts'

const DUE = {
  praise: 'duePraise',
  suggestion: 'dueSuggestion',
  question: 'dueQuestion',
  complaint: 'dueComplaint',
} as const satisfies Record<TicketKind, string>

type SettingsFormProps = Readonly<{
  lang: Language
  form: FormView
  seenVersion: number
  units: readonly Choice[]
  /** How many rows of topics there are, empty ones with them. */
  rows: number
}>

export function DeskSettingsForm({ lang, form, seenVersion, units, rows }: SettingsFormProps) {
  const text = deskSettingsText(lang)
  const figure = (name: string, label: string) => (
    <TextField form={form} name={name} label={label} inputMode="numeric" />
  )
  return (
    <form method="post" className="form desk-settings">
      <input type="hidden" name="act" value="save" />
      <input type="hidden" name="seenVersion" value={seenVersion} />
      <fieldset>
        <legend>{text.due}</legend>
        <p className="muted">{text.dueLead}</p>
        {TICKET_KINDS.map((kind) => (
          <TextField
            key={kind}
            form={form}
            name={DUE[kind]}
            label={ticketsText(lang).kinds[kind]}
            inputMode="numeric"
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{text.times}</legend>
        <p className="muted">{text.timesLead}</p>
        {figure('remindDays', text.remindDays)}
        {figure('escalateDays', text.escalateDays)}
      </fieldset>
      <fieldset>
        <legend>{text.keeping}</legend>
        {figure('reopenDays', text.reopenDays)}
        {figure('eraseAfterMonths', text.eraseAfterMonths)}
      </fieldset>
      <fieldset>
        <legend>{text.topics}</legend>
        <p className="muted">
          {text.topicsLead} {text.moreTopics}
        </p>
        {Array.from({ length: rows }, (_, at) => `topic.${at}`).map((row, at) => (
          <fieldset className="topic-row" key={row}>
            <legend>{text.topic(at + 1)}</legend>
            <TextField form={form} name={`${row}.key`} label={text.key} spellCheck={false} lang="en" />
            <TextField form={form} name={`${row}.th`} label={text.th} lang="th" />
            <TextField form={form} name={`${row}.en`} label={text.en} lang="en" />
            <SelectField
              form={form}
              name={`${row}.unit`}
              label={text.unit}
              choices={[{ value: '', label: text.noUnit }, ...units]}
            />
            <CheckField form={form} name={`${row}.hasPlace`} label={text.hasPlace} />
          </fieldset>
        ))}
      </fieldset>
      <fieldset>
        <legend>{text.open311}</legend>
        <CheckField form={form} name="isOpen311On" label={text.isOpen311On} />
      </fieldset>
      <div className="actions">
        <button type="submit" className="button primary">
          {text.save}
        </button>
      </div>
    </form>
  )
}
