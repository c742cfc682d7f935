import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { ticketsText } from '../text/index.ts'
import { ticketPageText } from '../text/office.ts'
import type { TicketEvent } from '../tickets/event.queries.server.ts'
import { PRIORITIES, TICKET_KINDS, TICKET_STATES } from '../tickets/ticket.domain.ts'

/** What happened, in a few words, beside what somebody wrote. Empty where the kind of the event says it all. */
export function eventWords(lang: Language, { kind, detail }: TicketEvent): string {
  const text = ticketPageText(lang)
  const words = ticketsText(lang)
  const said = (name: string) =>
    detail[name] === undefined || detail[name] === null ? '' : String(detail[name])
  const named = <T extends string>(name: string, names: Readonly<Record<T, string>>, all: readonly T[]) => {
    const found = all.find((one) => one === said(name))
    return found === undefined ? '' : names[found]
  }
  const day = (name: string) => (said(name) === '' ? text.none : formatDay(said(name), lang))
  switch (kind) {
    case 'assigned': {
      const unit = (lang === 'en' && said('unitEn')) || said('unitTh')
      return [unit, said('officer')].filter(Boolean).join(' · ')
    }
    case 'changed':
      return [
        ...(said('kind')
          ? [
              text.fromTo(
                named('fromKind', words.kinds, TICKET_KINDS),
                named('kind', words.kinds, TICKET_KINDS),
              ),
            ]
          : []),
        ...(said('priority')
          ? [
              text.fromTo(
                named('fromPriority', words.priorities, PRIORITIES),
                named('priority', words.priorities, PRIORITIES),
              ),
            ]
          : []),
        ...('due' in detail ? [`${text.fact.due}: ${text.fromTo(day('fromDue'), day('due'))}`] : []),
        ...('topic' in detail
          ? [`${text.fact.topic}: ${text.fromTo(said('fromTopic') || text.none, said('topic') || text.none)}`]
          : []),
        named('state', words.states, TICKET_STATES),
      ]
        .filter(Boolean)
        .join(' · ')
    case 'answer': {
      const final = (['interim', 'answer', 'last'] as const).find((one) => one === detail.final)
      const mailed = Number(detail.mailed ?? 0)
      return [final ? text.finals[final] : '', mailed > 0 ? text.mailed(mailed) : '']
        .filter(Boolean)
        .join(' · ')
    }
    case 'merged':
      return said('into')
    case 'took-in':
      return said('from')
    case 'overdue':
      return said('step') === '' ? '' : text.step(Number(detail.step))
    case 'rated':
      return [text.rated(Number(detail.score)), detail.isSolved ? text.solved : text.notSolved].join(' · ')
    default:
      return ''
  }
}
