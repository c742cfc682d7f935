import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { type Choice, type FormView, SelectField, TextAreaField } from '../../../ui/form.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ticketsText } from '../text/index.ts'
import { deskBulkText } from '../text/office.ts'
import type { SentBulk } from '../tickets/sent-bulk.server.ts'
import { PRIORITIES } from '../tickets/ticket.domain.ts'

type Act = SentBulk['act']
const ICONS = { assign: 'assign', priority: 'flag', close: 'yes', junk: 'remove' } as const satisfies Record<
  Act,
  IconName
>

type BulkBarProps = Readonly<{
  lang: Language
  units: readonly Choice[]
  officers: readonly Choice[]
  mayJunk: boolean
  /** What was sent and refused, or gone back from; null at first. */
  sent: SentBulk | null
  errors: FormView['errors']
}>

/** What can be done with the chosen tickets, each act with its own fields; part of the form of the list. */
export function InboxBulkBar({ lang, units, officers, mayJunk, sent, errors }: BulkBarProps) {
  const text = deskBulkText(lang)
  const values = sent === null ? { priority: 'high' } : fieldsOf(sent)
  const form: FormView = { values, errors }
  const none = { value: '', label: text.nobody }
  const act = (name: Act, fields: ReactNode) => (
    <details className="bulk-act" open={sent?.act === name}>
      <summary className="button small">
        <Icon name={ICONS[name]} />
        {text.acts[name]}
      </summary>
      <div className="form panel">
        {fields}
        <button type="submit" className="button primary" name="act" value={name}>
          {text.preview}
        </button>
      </div>
    </details>
  )
  return (
    <section className="bulk-bar no-print" aria-label={text.bar}>
      <p className="bulk-count">{text.bar}</p>
      <div className="bulk-acts">
        {act(
          'assign',
          <>
            <SelectField form={form} name="unitId" label={text.unit} choices={[none, ...units]} />
            <SelectField form={form} name="officerId" label={text.officer} choices={[none, ...officers]} />
          </>,
        )}
        {act(
          'priority',
          <SelectField
            form={form}
            name="priority"
            label={text.priority}
            choices={PRIORITIES.map((one) => ({ value: one, label: ticketsText(lang).priorities[one] }))}
          />,
        )}
        {act(
          'close',
          <TextAreaField form={form} name="closeReason" label={text.closeReason} hint={text.closeHint} />,
        )}
        {mayJunk && act('junk', <TextAreaField form={form} name="junkReason" label={text.junkReason} />)}
      </div>
    </section>
  )
}

const fieldsOf = ({ act, rows, ...fields }: SentBulk): Readonly<Record<string, string>> => fields

type ConfirmProps = Readonly<{
  lang: Language
  sent: SentBulk
  units: readonly Choice[]
  officers: readonly Choice[]
}>

/** What would be done, with which tickets, and the form that does it. */
export function InboxBulkConfirm({ lang, sent, units, officers }: ConfirmProps) {
  const text = deskBulkText(lang)
  const { act, rows } = sent
  const nameIn = (choices: readonly Choice[], id: string) =>
    choices.find(({ value }) => value === id)?.label.trim()
  const whom = [nameIn(units, sent.unitId), nameIn(officers, sent.officerId)].filter(Boolean).join(' · ')
  const reason = act === 'close' ? sent.closeReason : act === 'junk' ? sent.junkReason : ''
  const priority = PRIORITIES.find((one) => one === sent.priority)
  return (
    <section className="card stack" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{text.confirmTitle[act](rows.length)}</h2>
      <p>{text.confirmLead[act]}</p>
      {act === 'assign' && whom !== '' && <p>{text.to(whom)}</p>}
      {act === 'priority' && priority && <p>{text.asPriority(ticketsText(lang).priorities[priority])}</p>}
      {reason !== '' && <blockquote className="said">{reason}</blockquote>}
      <ul className="reference-list">
        {rows.map(({ id, reference }) => (
          <li key={id}>{reference}</li>
        ))}
      </ul>
      <form method="post" className="actions">
        <input type="hidden" name="act" value={act} />
        {Object.entries(fieldsOf(sent)).map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={name} />
        ))}
        {rows.map(({ id, seenVersion, reference }) => (
          <input type="hidden" name="row" value={`${id} ${seenVersion} ${reference}`} key={id} />
        ))}
        <button type="submit" className="button primary" name="step" value="confirm">
          <Icon name="yes" />
          {text.confirm}
        </button>
        <button type="submit" className="button" name="step" value="back">
          {text.back}
        </button>
      </form>
    </section>
  )
}

export type BulkOutcome = Readonly<{
  done: number
  refused: readonly Readonly<{ id: string; reference: string; why: string }>[]
}>

/** What became of each. */
export function InboxBulkResult({
  lang,
  outcome: { done, refused },
}: {
  lang: Language
  outcome: BulkOutcome
}) {
  const text = deskBulkText(lang)
  return (
    <Notice kind="warning">
      <p role="status">{text.result(done, refused.length)}</p>
      <p>{text.resultWhy}</p>
      <ul>
        {refused.map(({ id, reference, why }) => (
          <li key={id}>
            <span className="reference">{reference}</span> {why}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
