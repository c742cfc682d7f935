import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Ticket } from './ticket.domain.ts'
import { TICKET_COLUMNS, ticketOf } from './ticket.repo.server.ts'

export async function findTicketRow(tx: Tx, agencyId: string, id: string): Promise<Ticket | null> {
  if (!isUuid(id)) return null
  const row = await tx
    .selectFrom('desk_ticket')
    .select(TICKET_COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? ticketOf(row) : null
}

/** The unit that works on a ticket. */
export const findTicketUnit = async (tx: Tx, agencyId: string, id: string): Promise<string | null> =>
  (await findTicketRow(tx, agencyId, id))?.unitId ?? null

export async function findOfficerName(tx: Tx, agencyId: string, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('person')
    .select('name')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.name ?? null
}
