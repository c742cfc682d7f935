import type { Language } from '../../../i18n/language.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { TextAreaField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { ticketFormsText } from '../text/office.ts'
import type { TicketPage } from '../tickets/ticket-page.queries.server.ts'
import { ActForm, type ActForms } from './act-form.tsx'

type EndsProps = Readonly<{ lang: Language; page: TicketPage; forms: ActForms }>

/** Closing, opening again, junk, the other door: each asks before it does. */
export function TicketEnds({ lang, page: { ticket, acts }, forms }: EndsProps) {
  const text = ticketFormsText(lang)
  const isAny = acts.close || acts.reopen || acts.junk || acts.restore || acts.move || acts.question
  if (!isAny) return null
  return (
    <section className="stack ticket-ends no-print" aria-labelledby="ends">
      <h2 id="ends">{text.ends}</h2>
      {acts.close && (
        <Confirm label={text.close.label} isOpen={forms.open === 'close'}>
          <ActForm forms={forms} act="close">
            <TextAreaField
              form={forms.formOf('close')}
              name="reason"
              id="close-reason"
              label={text.close.reason}
              hint={text.close.hint}
            />
            <button type="submit" className="button primary">
              {text.close.save}
            </button>
          </ActForm>
        </Confirm>
      )}
      {acts.reopen && (
        <Confirm label={text.reopen.label} isOpen={forms.open === 'reopen'}>
          <ActForm forms={forms} act="reopen">
            <TextAreaField
              form={forms.formOf('reopen')}
              name="reason"
              id="reopen-reason"
              label={text.reopen.reason}
            />
            <button type="submit" className="button primary">
              {text.reopen.save}
            </button>
          </ActForm>
        </Confirm>
      )}
      {acts.junk && (
        <Confirm label={text.junk.label} isOpen={forms.open === 'junk'}>
          <p>{text.junk.lead}</p>
          <ActForm forms={forms} act="junk">
            <TextAreaField
              form={forms.formOf('junk')}
              name="reason"
              id="junk-reason"
              label={text.junk.reason}
            />
            <button type="submit" className="button danger">
              {text.junk.save}
            </button>
          </ActForm>
        </Confirm>
      )}
      {acts.restore && (
        <ActForm forms={forms} act="restore" className="actions">
          <button type="submit" className="button">
            <Icon name="again" />
            {text.restore}
          </button>
        </ActForm>
      )}
      {acts.question && (
        <p className="actions">
          <a className="button" href={addressOf.office(lang, `desk/tickets/${ticket.id}/question`)}>
            <Icon name="info" />
            {text.question}
          </a>
        </p>
      )}
      {acts.move && (
        <Confirm
          label={
            <>
              <Icon name="danger" />
              {text.move.label}
            </>
          }
          isOpen={forms.open === 'move'}
        >
          <ul>
            <li>{text.move.lead}</li>
            <li>{text.move.reader}</li>
            <li>{text.move.honest}</li>
            <li>{text.move.person}</li>
          </ul>
          <p>
            <strong>{text.move.noUndo}</strong>
          </p>
          <ActForm forms={forms} act="move">
            <button type="submit" className="button danger">
              {text.move.save}
            </button>
          </ActForm>
        </Confirm>
      )}
    </section>
  )
}
