import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import { ticketsText } from '../text/index.ts'
import { inboxText } from '../text/office.ts'
import type { Priority, Ticket, TicketState } from '../tickets/ticket.domain.ts'

const LOOKS: Readonly<Record<TicketState, ChipState>> = {
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

export const TicketStateChip = ({ lang, state }: { lang: Language; state: TicketState }) => (
  <Chip state={LOOKS[state]}>{ticketsText(lang).states[state]}</Chip>
)

/** Nothing where it is as any other. */
export const PriorityChip = ({ lang, priority }: { lang: Language; priority: Priority }) =>
  priority === 'normal' ? null : (
    <Chip state={priority === 'high' ? 'returned' : 'none'} icon={priority === 'high' ? 'flag' : 'none'}>
      {ticketsText(lang).priorities[priority]}
    </Chip>
  )

type DueProps = Readonly<{ lang: Language; isOverdue: boolean; isDueSoon: boolean }> & Pick<Ticket, 'dueOn'>

/** The day due, and whether it is near or past. */
export function DueDay({ lang, dueOn, isOverdue, isDueSoon }: DueProps) {
  const text = inboxText(lang)
  if (dueOn === null) return <span className="muted">{text.noDue}</span>
  return (
    <span className="chips">
      {formatDay(dueOn, lang)}
      {isOverdue && <Chip state="late">{text.overdue}</Chip>}
      {isDueSoon && <Chip state="working">{text.soon}</Chip>}
    </span>
  )
}
