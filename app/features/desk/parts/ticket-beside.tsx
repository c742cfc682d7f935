import type { Language } from '../../../i18n/language.ts'
import { dayAsTyped } from '../../../kernel/typed-day.ts'
import { CheckField, type Choice, SelectField, TextAreaField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ticketsText } from '../text/index.ts'
import { ticketFormsText, ticketPageText } from '../text/office.ts'
import { PRIORITIES, TICKET_KINDS } from '../tickets/ticket.domain.ts'
import type { TicketPage } from '../tickets/ticket-page.queries.server.ts'
import { ActForm, type ActForms } from './act-form.tsx'
import { OtherTicket } from './ticket-facts.tsx'

type BesideProps = Readonly<{ lang: Language; page: TicketPage; forms: ActForms }>
type AssignProps = BesideProps & Readonly<{ units: readonly Choice[]; officers: readonly Choice[] }>

export function AssignTicket({ lang, page: { ticket, acts }, forms, units, officers }: AssignProps) {
  const text = ticketFormsText(lang).assign
  const form = forms.formOf('assign', {
    unitId: ticket.unitId ?? '',
    officerId: ticket.officerId ?? '',
  })
  const none = { value: '', label: text.nobody }
  return (
    <section className="stack" aria-labelledby="assign">
      <h2 id="assign">{text.title}</h2>
      <ActForm forms={forms} act="assign">
        <SelectField
          form={form}
          name="unitId"
          id="assign-unitId"
          label={text.unit}
          choices={[none, ...units]}
        />
        <SelectField
          form={form}
          name="officerId"
          id="assign-officerId"
          label={text.officer}
          choices={[none, ...officers]}
        />
        <TextAreaField form={form} name="note" id="assign-note" label={text.note} rows={2} />
        <div className="actions">
          <button type="submit" className="button">
            <Icon name="assign" />
            {text.save}
          </button>
        </div>
      </ActForm>
      {acts.start && (
        <ActForm forms={forms} act="start" className="actions">
          <button type="submit" className="button">
            <Icon name="working" />
            {text.start}
          </button>
        </ActForm>
      )}
    </section>
  )
}

export function ChangeTicketFacts({
  lang,
  page: { ticket },
  forms,
  topics,
}: BesideProps & Readonly<{ topics: readonly Choice[] }>) {
  const text = ticketFormsText(lang).change
  const words = ticketsText(lang)
  const form = forms.formOf('change', {
    kind: ticket.kind,
    priority: ticket.priority,
    topic: ticket.topic ?? '',
    dueOn: ticket.dueOn === null ? '' : dayAsTyped(ticket.dueOn),
  })
  return (
    <details className="fold" open={forms.open === 'change'}>
      <summary>{text.title}</summary>
      <ActForm forms={forms} act="change">
        <SelectField
          form={form}
          name="kind"
          id="change-kind"
          label={text.kind}
          hint={text.kindHint}
          choices={TICKET_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        />
        <SelectField
          form={form}
          name="priority"
          id="change-priority"
          label={text.priority}
          choices={PRIORITIES.map((one) => ({ value: one, label: words.priorities[one] }))}
        />
        {topics.length > 0 && (
          <SelectField
            form={form}
            name="topic"
            id="change-topic"
            label={text.topic}
            choices={[{ value: '', label: text.noTopic }, ...topics]}
          />
        )}
        <TextField form={form} name="dueOn" id="change-dueOn" label={text.dueOn} hint={text.dueHint} />
        <TextAreaField form={form} name="reason" id="change-reason" label={text.reason} rows={2} />
        <div className="actions">
          <button type="submit" className="button">
            {text.save}
          </button>
        </div>
      </ActForm>
    </details>
  )
}

/** Likely duplicates are offered, each with its own button; any other one is named by its reference. */
export function MergeTicket({ lang, page: { similar }, forms }: BesideProps) {
  const text = ticketFormsText(lang).merge
  return (
    <details className="fold" open={forms.open === 'merge' || similar.length > 0}>
      <summary>{text.title}</summary>
      <p className="muted">{text.lead}</p>
      {similar.length > 0 && (
        <>
          <h3>{ticketPageText(lang).similar}</h3>
          <ul className="similar">
            {similar.map((other) => (
              <li key={other.id}>
                <OtherTicket lang={lang} other={other} />
                <ActForm forms={forms} act="merge" className="actions">
                  <input type="hidden" name="into" value={other.reference} />
                  <button type="submit" className="button small">
                    {text.withThis(other.reference)}
                  </button>
                </ActForm>
              </li>
            ))}
          </ul>
        </>
      )}
      <ActForm forms={forms} act="merge">
        <TextField
          form={forms.formOf('merge')}
          name="into"
          id="merge-into"
          label={text.into}
          hint={text.intoHint}
        />
        <div className="actions">
          <button type="submit" className="button">
            {text.save}
          </button>
        </div>
      </ActForm>
    </details>
  )
}

/** What the public may read of it by Open311. */
export function ReleaseTicket({ lang, page: { ticket }, forms }: BesideProps) {
  const text = ticketFormsText(lang).release
  const form = forms.formOf('release', { text: ticket.releasedText ?? '' })
  return (
    <details className="fold" open={forms.open === 'release'}>
      <summary>{text.title}</summary>
      <ActForm forms={forms} act="release">
        <TextAreaField form={form} name="text" id="release-text" label={text.text} hint={text.hint} />
        <CheckField form={form} name="confirmed" id="release-confirmed" label={text.sure} />
        <div className="actions">
          <button type="submit" className="button">
            {text.save}
          </button>
        </div>
      </ActForm>
    </details>
  )
}
