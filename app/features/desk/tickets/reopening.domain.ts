import type { IsoDay } from '../../../kernel/thai-date.ts'
import { dueDay } from '../deadlines/due.domain.ts'
import type { DeskSettings } from '../settings/desk-settings.domain.ts'
import type { Ticket, TicketChange } from './ticket.domain.ts'

/** What becomes of a ticket that is opened again: a new day due, from today; whether the first answer was in time stays. */
export const reopened = (
  { kind }: Pick<Ticket, 'kind'>,
  today: IsoDay,
  standing: Readonly<{ settings: DeskSettings; holidays: ReadonlySet<IsoDay> }>,
): TicketChange => ({
  state: 'reopened',
  closedOn: null,
  mergedInto: null,
  escalatedStep: 0,
  dueOn: dueDay(kind, today, standing),
})
