import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import type { Ticket } from '../tickets/ticket.domain.ts'

type Said = Readonly<{ byKind: 'person' | 'staff' | 'program'; day: IsoDay; text: string | null }>

/** What of a ticket goes to the protected channel: everything that its person wrote, as one plain text. */
export function movedText(
  ticket: Ticket,
  events: readonly Said[],
  labels: Readonly<Record<'name' | 'email' | 'telephone' | 'place', string>>,
): string {
  const { body, name, email, telephone, place, point } = ticket
  const facts = [
    [labels.name, name],
    [labels.email, email],
    [labels.telephone, telephone],
    [labels.place, place],
    [labels.place, point && `${point.latitude}, ${point.longitude}`],
  ].flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []))
  const later = events.flatMap(({ byKind, day, text }) =>
    byKind === 'person' && text !== null ? [`${formatDay(day, ticket.lang)}\n${text}`] : [],
  )
  return [body ?? '', ...(facts.length > 0 ? [facts.join('\n')] : []), ...later].join('\n\n')
}
