import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { isChainKind } from '../../matter.domain.ts'
import { approvalsTerms } from '../../text/index.ts'
import type { AgendaPage } from '../agenda-page.queries.server.ts'
import { agendaItemText } from '../text/index.ts'

type AgendaMeetingProps = Readonly<{ lang: Language; page: AgendaPage }>

/** Beside an item: its meeting, and where the body stands in the chain of approval. */
export function AgendaMeeting({ lang, page }: AgendaMeetingProps) {
  const text = agendaItemText(lang).meeting
  const terms = approvalsTerms(lang)
  const { meeting } = page.item
  return (
    <>
      <section aria-labelledby="meeting-title">
        <h2 id="meeting-title">{text.title}</h2>
        <Facts
          rows={[
            [text.body, meeting.bodyName],
            [text.form, terms.forms[meeting.form]],
            [
              text.number,
              <a key="number" href={addressOf.office(lang, `meetings/${meeting.id}`)}>
                {meeting.number}
              </a>,
            ],
            [text.day, formatDay(meeting.heldOn, lang)],
            [text.state, terms.states[meeting.state]],
          ]}
        />
      </section>
      {page.matter !== null && isChainKind(page.matter.kind) && <ChainOfItem lang={lang} page={page} />}
    </>
  )
}

function ChainOfItem({ lang, page: { chain, item } }: AgendaMeetingProps) {
  const text = agendaItemText(lang).chain
  const steps = chain?.steps ?? []
  const isIn = steps.some(({ bodyId }) => bodyId === item.meeting.bodyId)
  return (
    <section aria-labelledby="chain-title">
      <h2 id="chain-title">{text.title}</h2>
      {steps.length === 0 ? (
        <p className="muted">{text.none}</p>
      ) : (
        <>
          <ol>
            {steps.map(({ bodyId, bodyName, accepts }) => (
              <li key={bodyId}>
                {bodyId === item.meeting.bodyId ? (
                  <strong>
                    {bodyName} ({text.here})
                  </strong>
                ) : (
                  bodyName
                )}
                {accepts === 'acknowledged' && <span className="small muted"> {text.noted}</span>}
              </li>
            ))}
          </ol>
          {!isIn && <p className="muted">{text.outside}</p>}
        </>
      )}
    </section>
  )
}
