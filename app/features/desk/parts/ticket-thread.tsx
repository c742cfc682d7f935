import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { ticketsText } from '../text/index.ts'
import { ticketPageText } from '../text/office.ts'
import type { EventKind } from '../tickets/ticket.domain.ts'
import type { TicketPage } from '../tickets/ticket-page.queries.server.ts'
import { eventWords } from './event-words.ts'

type Event = TicketPage['events'][number]

/** What the person reads, too. */
const PUBLIC: readonly EventKind[] = ['received', 'addition', 'answer', 'reopened', 'closed']

type ThreadProps = Readonly<{ lang: Language; page: TicketPage }>

/** Everything that was said and done, the oldest first; what staff alone read looks and says so. */
export function TicketThread({ lang, page: { ticket, events } }: ThreadProps) {
  const text = ticketPageText(lang)
  return (
    <section className="stack" aria-labelledby="thread">
      <h2 id="thread">{text.thread}</h2>
      {ticket.state === 'moved' && <p className="muted">{text.movedBody}</p>}
      <ol className="ticket-thread">
        {events.map((event) => (
          <li key={event.number} className={lookOf(event)} id={`event-${event.number}`}>
            <p className="who">
              <strong>{ticketsText(lang).events[event.kind]}</strong>
              <span>
                {event.byKind === 'person'
                  ? text.person
                  : event.byKind === 'program'
                    ? text.program
                    : event.byName}
              </span>
              <time dateTime={event.at.toISOString()} className="muted">
                {formatInstant(event.at, lang)}
              </time>
              <Sight lang={lang} event={event} />
            </p>
            <EventDetail lang={lang} event={event} />
            {event.isErased ? (
              <p className="muted">{text.erased}</p>
            ) : (
              <Said
                words={event.kind === 'received' ? ticket.body : event.text}
                lang={PUBLIC.includes(event.kind) ? ticket.lang : undefined}
              />
            )}
            <EventFiles lang={lang} ticketId={ticket.id} files={event.files} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const lookOf = ({ kind, byKind, text, files }: Event): string => {
  if (PUBLIC.includes(kind)) return byKind === 'person' ? 'from-person' : 'to-person'
  return (text ?? '') === '' && files.length === 0 ? 'small-event' : 'staff-only'
}

function Sight({ lang, event }: { lang: Language; event: Event }) {
  const text = ticketPageText(lang)
  if (PUBLIC.includes(event.kind))
    return event.byKind === 'person' ? null : (
      <Chip state="done" icon="review">
        {text.seenByPerson}
      </Chip>
    )
  return event.kind === 'note' ? (
    <Chip state="none" icon="locked">
      {text.staffOnly}
    </Chip>
  ) : null
}

function EventDetail({ lang, event }: { lang: Language; event: Event }) {
  const words = eventWords(lang, event)
  return words === '' ? null : <p className="what">{words}</p>
}

/** What somebody wrote, with its lines. */
const Said = ({ words, lang }: { words: string | null; lang: Language | undefined }) =>
  words === null || words === '' ? null : (
    <p className="said-text" lang={lang}>
      {words}
    </p>
  )

type FilesProps = Readonly<{ lang: Language; ticketId: string; files: Event['files'] }>

function EventFiles({ lang, ticketId, files }: FilesProps) {
  const text = ticketPageText(lang)
  if (files.length === 0) return null
  return (
    <ul className="ticket-files" aria-label={text.files}>
      {files.map(({ id, fileName, size, scan }) => {
        const label = text.download(fileName, sizeText(size))
        return (
          <li key={id}>
            <Icon name="evidence" />
            {scan === 'infected' ? (
              <span>{label}</span>
            ) : (
              <a href={addressOf.office(lang, `desk/tickets/${ticketId}/files/${id}`)}>{label}</a>
            )}
            <Chip state={scan === 'clean' ? 'done' : scan === 'infected' ? 'late' : 'none'}>
              {text.scans[scan]}
            </Chip>
          </li>
        )
      })}
    </ul>
  )
}
