import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { ticketsText } from '../text/index.ts'
import { publicFollowText } from '../text/public.ts'
import type { FollowUp } from '../tickets/follow-up.queries.server.ts'
import type { TicketState } from '../tickets/ticket.domain.ts'
import { type MatterKeys, OpensMatter } from './opens-matter.tsx'

const CHIPS: Readonly<Record<TicketState, ChipState>> = {
  new: 'none',
  assigned: 'working',
  'in-progress': 'working',
  reopened: 'returned',
  answered: 'done',
  closed: 'done',
  merged: 'done',
  junk: 'none',
  moved: 'review',
}

type MatterProps = Readonly<{ lang: Language; matter: FollowUp; keys: MatterKeys }>

/** How a matter stands, and what was written, the oldest first. */
export function MatterThread({ lang, matter, keys }: MatterProps) {
  const text = publicFollowText(lang)
  const words = ticketsText(lang)
  const day = (iso: string | null, none: string) => (iso === null ? none : formatDay(iso, lang))
  const unit = matter.unitName && saidIn(lang, matter.unitName)
  return (
    <>
      <dl className="matter-facts">
        <Fact name={text.facts.kind}>{words.kinds[matter.kind]}</Fact>
        <Fact name={text.facts.state}>
          <Chip state={CHIPS[matter.state]}>{words.states[matter.state]}</Chip>
        </Fact>
        <Fact name={text.facts.received}>{formatDay(matter.receivedOn, lang)}</Fact>
        <Fact name={text.facts.due}>{day(matter.dueOn, text.facts.noDue)}</Fact>
        {matter.answeredOn !== null && (
          <Fact name={text.facts.answered}>{formatDay(matter.answeredOn, lang)}</Fact>
        )}
        <Fact name={text.facts.unit}>
          {unit ? <span lang={unit.lang}>{unit.words}</span> : text.facts.noUnit}
        </Fact>
        {matter.place !== null && <Fact name={text.facts.place}>{matter.place}</Fact>}
      </dl>
      <section className="stack" aria-labelledby="thread">
        <h2 id="thread">{text.threadHeading}</h2>
        <ol className="matter-thread">
          {matter.events.map((event) => (
            <li key={event.number} className={event.byStaff ? 'by-staff' : undefined}>
              <p className="who">
                <strong>{event.isInterim ? text.events.interim : text.events[event.kind]}</strong>{' '}
                <span className="muted">{formatDay(event.day, lang)}</span>
              </p>
              <Said words={event.kind === 'received' ? matter.body : event.text} />
              {event.files.length > 0 && (
                <ul className="bare">
                  {event.files.map(({ id, fileName, size }) => (
                    <li key={id}>
                      <form method="post" action={addressOf.complaint(lang, 'file')}>
                        <OpensMatter keys={keys} />
                        <input type="hidden" name="fileId" value={id} />
                        <button type="submit" className="button">
                          {text.file(fileName, sizeText(size))}
                        </button>
                      </form>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
        {!matter.events.some(({ kind }) => kind === 'answer') && <p className="muted">{text.noAnswerYet}</p>}
      </section>
    </>
  )
}

/** What somebody wrote, with its lines. */
const Said = ({ words }: { words: string | null }) =>
  words === null || words === '' ? null : <p className="said">{words}</p>

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
