import type { IsoDay } from '../../../kernel/thai-date.ts'
import { dayAsTyped, typedDay } from '../../../kernel/typed-day.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import {
  OPEN_STATES,
  PRIORITIES,
  type Priority,
  TICKET_KINDS,
  TICKET_STATES,
  type TicketKind,
  type TicketState,
} from './ticket.domain.ts'

export const INBOX_SORTS = ['due', 'newest', 'oldest'] as const
export type InboxSort = (typeof INBOX_SORTS)[number]

/** Which tickets are listed. `open` waits for the agency, `done` was answered or closed; neither has junk. */
export type InboxFilter = Readonly<{
  text: string
  states: 'open' | 'done' | 'all' | TicketState
  kind: TicketKind | null
  priority: Priority | null
  /** `none`: given to no unit. */
  unitId: string | 'none' | null
  /** `none`: given to nobody; `me`: to who looks. */
  officerId: string | 'none' | 'me' | null
  due: 'overdue' | 'soon' | null
  /** Days on which they came in, both included. */
  from: IsoDay | null
  to: IsoDay | null
  sort: InboxSort
  /** From 1 on. */
  page: number
}>

export const INBOX_START: InboxFilter = {
  text: '',
  states: 'open',
  kind: null,
  priority: null,
  unitId: null,
  officerId: null,
  due: null,
  from: null,
  to: null,
  sort: 'due',
  page: 1,
}

const MOST_PAGES = 10_000

/** Reads the filter behind the question mark; what is unreadable is as if it were not there. */
export function readInboxFilter(params: URLSearchParams): InboxFilter {
  const at = (name: string) => params.get(name)?.trim() ?? ''
  const one = <T extends string>(name: string, among: readonly T[]): T | null =>
    among.find((value) => value === at(name)) ?? null
  const page = Number(at('page'))
  const unit = at('unit')
  const officer = at('officer')
  return {
    text: at('q').slice(0, 200),
    states: one('state', ['open', 'done', 'all', ...TICKET_STATES] as const) ?? INBOX_START.states,
    kind: one('kind', TICKET_KINDS),
    priority: one('priority', PRIORITIES),
    unitId: unit === 'none' || isUuid(unit) ? unit : null,
    officerId: officer === 'none' || officer === 'me' || isUuid(officer) ? officer : null,
    due: one('due', ['overdue', 'soon'] as const),
    from: typedDay(at('from')),
    to: typedDay(at('to')),
    sort: one('sort', INBOX_SORTS) ?? INBOX_START.sort,
    page: Number.isSafeInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  }
}

/** The same as it stands behind the question mark; what is as at the start is left out. */
export function inboxParams(filter: InboxFilter): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string | null, start: string | null = null) => {
    if (value !== null && value !== '' && value !== start) params.set(name, value)
  }
  set('q', filter.text)
  set('state', filter.states, INBOX_START.states)
  set('kind', filter.kind)
  set('priority', filter.priority)
  set('unit', filter.unitId)
  set('officer', filter.officerId)
  set('due', filter.due)
  set('from', filter.from && dayAsTyped(filter.from))
  set('to', filter.to && dayAsTyped(filter.to))
  set('sort', filter.sort, INBOX_START.sort)
  set('page', String(filter.page), '1')
  return params
}

/** The states that a filter lists. */
export function statesOf({ states }: Pick<InboxFilter, 'states'>): readonly TicketState[] {
  switch (states) {
    case 'open':
      return OPEN_STATES
    case 'done':
      return ['answered', 'closed', 'merged']
    case 'all':
      return TICKET_STATES.filter((state) => state !== 'junk')
    default:
      return [states]
  }
}
