import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { TakenFile } from '../files/take-files.server.ts'
import type { EventKind } from './ticket.domain.ts'

/** Figures, identifiers and names of units and staff; never what somebody wrote. */
export type EventDetail = Readonly<Record<string, string | number | boolean | null>>

export type NewEvent = Readonly<{
  agencyId: string
  ticketId: string
  kind: EventKind
  /** Who did it: staff, the program by itself, or null for the person who came with the ticket. */
  by: Actor | null
  body?: string | null
  detail?: EventDetail
  files?: readonly TakenFile[]
  at: Date
}>

/** Writes what happened behind what happened before; the ticket must be locked. Gives its number. */
export async function addEvent(tx: Tx, event: NewEvent): Promise<number> {
  const { agencyId, ticketId, by, files = [] } = event
  const { last } = await tx
    .selectFrom('desk_event')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('agency_id', '=', agencyId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  await tx
    .insertInto('desk_event')
    .values({
      agency_id: agencyId,
      ticket_id: ticketId,
      number,
      kind: event.kind,
      by_kind: by === null ? 'person' : by.kind === 'system' ? 'program' : 'staff',
      by_id: by?.kind === 'person' ? by.id : null,
      by_name: by?.name ?? null,
      body: event.body || null,
      detail: JSON.stringify(event.detail ?? {}),
      at: event.at,
    })
    .execute()
  if (files.length > 0)
    await tx
      .insertInto('desk_file')
      .values(
        files.map(({ id, fileName, mediaType, size, sha256, contentKey }) => ({
          agency_id: agencyId,
          id,
          ticket_id: ticketId,
          event_number: number,
          file_name: fileName,
          media_type: mediaType,
          size,
          sha256,
          content_key: contentKey,
          scan: 'not-scanned',
        })),
      )
      .execute()
  return number
}
