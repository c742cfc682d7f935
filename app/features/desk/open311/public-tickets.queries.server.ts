import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { readDeskSettings } from '../settings/desk-settings.repo.server.ts'
import { OPEN_STATES, type TicketState } from '../tickets/ticket.domain.ts'
import { type GeoFilter, type GeoRequest, requestOf } from './geo-report.domain.ts'

const MOST = 1000
const PUBLIC_STATES: readonly TicketState[] = [...OPEN_STATES, 'answered', 'closed']

/** Tickets with a topic that has places and a point on the map: what of them is public, the newest first. */
export function listPublicTickets(ctx: Ctx, filter: GeoFilter): Promise<readonly GeoRequest[]> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const { settings } = await readDeskSettings(tx, ctx.agency.id)
    const topics = settings.topics.filter(({ hasPlace }) => hasPlace)
    const codes = topics.map(({ key }) => key).filter((key) => filter.codes?.includes(key) ?? true)
    const states = PUBLIC_STATES.filter((state) =>
      filter.status.includes(OPEN_STATES.includes(state) ? 'open' : 'closed'),
    )
    if (codes.length === 0 || states.length === 0) return []
    const { ids, start, end } = filter
    const rows = await tx
      .selectFrom('desk_ticket as ticket')
      .leftJoin('unit', (join) =>
        join.onRef('unit.agency_id', '=', 'ticket.agency_id').onRef('unit.id', '=', 'ticket.unit_id'),
      )
      .select([
        'ticket.reference',
        'ticket.state',
        'ticket.topic',
        'ticket.released_text',
        'ticket.received_at',
        'ticket.changed_at',
        'ticket.due_on',
        'ticket.place',
        'ticket.latitude',
        'ticket.longitude',
        'unit.name_th',
      ])
      .where('ticket.agency_id', '=', ctx.agency.id)
      .where('ticket.topic', 'in', codes)
      .where('ticket.state', 'in', states)
      .where('ticket.latitude', 'is not', null)
      // Those that are asked for by themselves are given whenever they came in.
      .$if(ids === null, (query) =>
        query.where('ticket.received_at', '>=', start).where('ticket.received_at', '<=', end),
      )
      .$if(ids !== null, (query) => query.where('ticket.reference', 'in', ids ?? []))
      .orderBy('ticket.received_at', 'desc')
      .orderBy('ticket.id')
      .limit(MOST)
      .execute()
    return rows.flatMap((row) =>
      row.topic === null || row.latitude === null || row.longitude === null
        ? []
        : [
            requestOf(
              {
                reference: row.reference,
                state: row.state as TicketState,
                topic: row.topic,
                releasedText: row.released_text,
                unitName: row.name_th,
                receivedAt: row.received_at,
                changedAt: row.changed_at,
                dueOn: row.due_on,
                place: row.place,
                latitude: row.latitude,
                longitude: row.longitude,
              },
              topics,
            ),
          ],
    )
  })
}
