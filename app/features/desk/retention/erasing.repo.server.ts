import { sql } from 'kysely'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'

const MOST_AT_ONCE = 500

/**
 * Erases name, address and telephone of tickets that ended on a day or before, out of what is searched, too. What was written
 * stays: it is the matter itself. Gives how many there were; several programs may do so at once.
 */
export async function eraseContacts(
  tx: Tx,
  { agencyId, until, at }: Readonly<{ agencyId: string; until: IsoDay; at: Date }>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update desk_ticket set name = null, email = null, telephone = null, erased_at = ${at}, changed_at = ${at},
      version = version + 1,
      search_text = concat_ws(E'\\n', reference, body, place, (
        select string_agg(event.body, E'\\n' order by event.number) from desk_event as event
        where event.agency_id = desk_ticket.agency_id and event.ticket_id = desk_ticket.id and event.body is not null))
    where agency_id = ${agencyId} and id in (
      select id from desk_ticket
      where agency_id = ${agencyId} and erased_at is null and state in ('closed', 'answered', 'merged', 'junk')
        and coalesce(closed_on, answered_on, (changed_at at time zone 'Asia/Bangkok')::date) <= ${until}::date
        and (name is not null or email is not null or telephone is not null)
      order by id limit ${MOST_AT_ONCE} for update skip locked)
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}
