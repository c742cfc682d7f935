import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { EventDetail } from './event.repo.server.ts'
import type { EventKind } from './ticket.domain.ts'

export type TicketEvent = Readonly<{
  ticketId: string
  number: number
  kind: EventKind
  byKind: 'person' | 'staff' | 'program'
  byName: string | null
  text: string | null
  isErased: boolean
  detail: EventDetail
  at: Date
}>

/** What happened to tickets, the oldest first. */
export async function listEvents(
  tx: Tx,
  { agencyId, ticketIds }: Readonly<{ agencyId: string; ticketIds: readonly string[] }>,
): Promise<readonly TicketEvent[]> {
  if (ticketIds.length === 0) return []
  const rows = await tx
    .selectFrom('desk_event')
    .select(['ticket_id', 'number', 'kind', 'by_kind', 'by_name', 'body', 'detail', 'at', 'erased_at'])
    .where('agency_id', '=', agencyId)
    .where('ticket_id', 'in', ticketIds)
    .orderBy('at')
    .orderBy('ticket_id')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    ticketId: row.ticket_id,
    number: row.number,
    kind: row.kind as EventKind,
    byKind: row.by_kind as TicketEvent['byKind'],
    byName: row.by_name,
    text: row.body,
    isErased: row.erased_at !== null,
    detail: row.detail as EventDetail,
    at: row.at,
  }))
}

export async function findEventKind(
  tx: Tx,
  { agencyId, ticketId, number }: Readonly<{ agencyId: string; ticketId: string; number: number }>,
): Promise<EventKind | null> {
  const row = await tx
    .selectFrom('desk_event')
    .select('kind')
    .where('agency_id', '=', agencyId)
    .where('ticket_id', '=', ticketId)
    .where('number', '=', number)
    .executeTakeFirst()
  return (row?.kind as EventKind | undefined) ?? null
}
