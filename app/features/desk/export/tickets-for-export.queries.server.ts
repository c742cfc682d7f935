import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { Ticket } from '../tickets/ticket.domain.ts'
import { TICKET_COLUMNS, ticketOf } from '../tickets/ticket.repo.server.ts'

/** Tickets with the names of their officers, in the order of the identifiers given. */
export async function findTicketsOf(
  ctx: Ctx,
  ids: readonly string[],
): Promise<readonly Readonly<{ ticket: Ticket; officer: string | null }>[]> {
  if (ids.length === 0) return []
  const rows = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .selectFrom('desk_ticket')
      .select(TICKET_COLUMNS)
      .select((eb) =>
        eb
          .selectFrom('person')
          .select('person.name')
          .whereRef('person.agency_id', '=', 'desk_ticket.agency_id')
          .whereRef('person.id', '=', 'desk_ticket.officer_id')
          .as('officer'),
      )
      .where('agency_id', '=', ctx.agency.id)
      .where('id', 'in', ids)
      .execute(),
  )
  const found = new Map(rows.map((row) => [row.id, { ticket: ticketOf(row), officer: row.officer }]))
  return ids.flatMap((id) => found.get(id) ?? [])
}
