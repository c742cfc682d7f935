import type { IsoDay } from '../../../kernel/thai-date.ts'
import { addWorkingDays, workingDaysBetween } from '../../../kernel/working-days.ts'
import type { DeskSettings } from '../settings/desk-settings.domain.ts'
import { isWaiting, type Ticket, type TicketKind } from '../tickets/ticket.domain.ts'

type Holidays = ReadonlySet<IsoDay>

/** The day by which a ticket is answered that came in on `from`; null where nothing is promised for its kind. */
export function dueDay(
  kind: TicketKind,
  from: IsoDay,
  { settings, holidays }: Readonly<{ settings: DeskSettings; holidays: Holidays }>,
): IsoDay | null {
  const days = settings.dueDays[kind]
  return days === null ? null : addWorkingDays(from, days, holidays)
}

type Dated = Pick<Ticket, 'state' | 'dueOn'>

export const isOverdue = ({ state, dueOn }: Dated, today: IsoDay): boolean =>
  dueOn !== null && isWaiting(state) && dueOn < today

/** The last day that counts as near: what is due until then and not overdue is due soon. */
export const soonUntil = (
  today: IsoDay,
  { settings, holidays }: Readonly<{ settings: Pick<DeskSettings, 'remindDays'>; holidays: Holidays }>,
): IsoDay => addWorkingDays(today, settings.remindDays, holidays)

export const isDueSoon = ({ state, dueOn }: Dated, today: IsoDay, until: IsoDay): boolean =>
  dueOn !== null && isWaiting(state) && dueOn >= today && dueOn <= until

/** Who is told that a ticket is overdue: the unit's head first, then the desk, then the desk and the administrators. */
const ESCALATION_STEPS = 3

/** How many steps an overdue ticket has reached today. */
export function escalationStep(
  ticket: Dated,
  today: IsoDay,
  { settings, holidays }: Readonly<{ settings: Pick<DeskSettings, 'escalateDays'>; holidays: Holidays }>,
): number {
  if (!isOverdue(ticket, today) || ticket.dueOn === null) return 0
  const late = workingDaysBetween(ticket.dueOn, today, holidays)
  return late === 0
    ? 0
    : Math.min(ESCALATION_STEPS, 1 + Math.floor((late - 1) / Math.max(1, settings.escalateDays)))
}
