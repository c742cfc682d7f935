import type { Language } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Facts } from '../../../ui/facts.tsx'
import type { Choice } from '../../../ui/form.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { ticketsText } from '../text/index.ts'
import { ticketPageText } from '../text/office.ts'
import type { TicketPage } from '../tickets/ticket-page.queries.server.ts'
import { DueDay, TicketStateChip } from './ticket-chips.tsx'

type FactsProps = Readonly<{
  lang: Language
  page: TicketPage
  services: readonly Choice[]
  topics: readonly Choice[]
}>

/** What is known of a ticket, the day due with how it was reckoned. */
export function TicketFacts({ lang, page, services, topics }: FactsProps) {
  const text = ticketPageText(lang)
  const words = ticketsText(lang)
  const { ticket, unit, aboutUnit, officer, mergedInto, question, rating, workingDaysLeft } = page
  const { fact } = text
  const labelIn = (choices: readonly Choice[], value: string | null) =>
    value === null ? null : (choices.find((one) => one.value === value)?.label ?? value)
  const named = (one: TicketPage['unit']) => {
    if (one === null) return null
    const said = saidIn(lang, one.name)
    return <span lang={said.lang}>{said.words}</span>
  }
  return (
    <section className="stack" aria-labelledby="facts">
      <h2 id="facts">{text.facts}</h2>
      <Facts
        rows={[
          [fact.kind, words.kinds[ticket.kind]],
          [fact.received, formatInstant(ticket.receivedAt, lang)],
          [
            fact.due,
            <div key="due">
              <DueDay
                lang={lang}
                dueOn={ticket.dueOn}
                isOverdue={page.isOverdue}
                isDueSoon={page.isDueSoon}
              />
              {ticket.dueOn !== null && (
                <span className="under">
                  {workingDaysLeft !== null &&
                    !page.isOverdue &&
                    `${workingDaysLeft === 0 ? text.dueToday : text.daysLeft(workingDaysLeft)}. `}
                  {text.dueWhy}
                </span>
              )}
            </div>,
          ],
          [
            fact.answered,
            ticket.answeredOn === null ? null : (
              <span className="chips" key="answered">
                {formatDay(ticket.answeredOn, lang)}
                {ticket.inTime !== null && (
                  <Chip state={ticket.inTime ? 'done' : 'late'}>
                    {ticket.inTime ? text.inTime : text.late}
                  </Chip>
                )}
              </span>
            ),
          ],
          [fact.closed, ticket.closedOn === null ? null : formatDay(ticket.closedOn, lang)],
          [fact.unit, named(unit) ?? text.nobody],
          [fact.officer, officer?.name ?? null],
          [fact.channel, words.channels[ticket.channel]],
          [fact.service, labelIn(services, ticket.serviceSlug)],
          [fact.topic, labelIn(topics, ticket.topic)],
          [fact.aboutUnit, named(aboutUnit)],
          [fact.place, ticket.place],
          [fact.point, ticket.point === null ? null : `${ticket.point.latitude}, ${ticket.point.longitude}`],
          [
            fact.mergedInto,
            mergedInto && (
              <a key="into" href={addressOf.office(lang, `desk/tickets/${mergedInto.id}`)}>
                {mergedInto.reference}
              </a>
            ),
          ],
          [
            fact.question,
            question && (
              <a key="question" href={addressOf.office(lang, `site/pages/${question.pageId}`)}>
                {text.openPage}
              </a>
            ),
          ],
          [
            fact.rating,
            rating && (
              <div key="rating">
                {text.rated(rating.score)} · {rating.isSolved ? text.solved : text.notSolved}
                {rating.comment !== null && <span className="under">{rating.comment}</span>}
              </div>
            ),
          ],
        ]}
      />
    </section>
  )
}

/** Who came with it; nothing is shown of it elsewhere. */
export function TicketContact({ lang, page: { ticket } }: Pick<FactsProps, 'lang' | 'page'>) {
  const text = ticketPageText(lang)
  const { name, email, telephone, erasedAt, state } = ticket
  const isNone = name === null && email === null && telephone === null
  if (state === 'moved') return null
  return (
    <section className="stack" aria-labelledby="contact">
      <h2 id="contact">{text.contact}</h2>
      {isNone ? (
        <p className="muted">{erasedAt === null ? text.noContact : text.contactErased}</p>
      ) : (
        <>
          <Facts
            rows={[
              [text.name, name],
              [text.email, email],
              [text.telephone, telephone],
            ]}
          />
          <p className="muted">{text.contactWhy}</p>
        </>
      )}
    </section>
  )
}

/** Tickets that went into this one. */
export function MergedFrom({ lang, page: { mergedFrom } }: Pick<FactsProps, 'lang' | 'page'>) {
  if (mergedFrom.length === 0) return null
  return (
    <section className="stack" aria-labelledby="merged-from">
      <h2 id="merged-from">{ticketPageText(lang).mergedFrom}</h2>
      <ul>
        {mergedFrom.map((one) => (
          <li key={one.id}>
            <OtherTicket lang={lang} other={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type OtherProps = Readonly<{ lang: Language; other: TicketPage['similar'][number] }>

export const OtherTicket = ({ lang, other: { id, reference, head, state } }: OtherProps) => (
  <>
    <a href={addressOf.office(lang, `desk/tickets/${id}`)}>
      <span className="reference">{reference}</span> {head}
    </a>{' '}
    <TicketStateChip lang={lang} state={state} />
  </>
)
