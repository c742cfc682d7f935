import { sql } from 'kysely'
import type { Language } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'

export type Follower = Readonly<{
  reference: string
  email: string | null
  name: string | null
  lang: Language
  receivedOn: IsoDay
}>

/** Who follows a ticket: who came with it and with everything that was merged into it, directly or on the way. */
export async function listFollowers(
  tx: Tx,
  { agencyId, ticketId }: Readonly<{ agencyId: string; ticketId: string }>,
): Promise<readonly Follower[]> {
  const { rows } = await sql<{
    reference: string
    email: string | null
    name: string | null
    lang: Language
    received_on: IsoDay
  }>`
    with recursive together as (
      select id from desk_ticket where agency_id = ${agencyId} and id = ${ticketId}
      union
      select ticket.id from desk_ticket as ticket join together on ticket.merged_into = together.id
      where ticket.agency_id = ${agencyId}
    )
    select reference, email, name, lang, received_on from desk_ticket
    where agency_id = ${agencyId} and id in (select id from together)
    order by received_at, id`.execute(tx)
  return rows.map(({ received_on, ...row }) => ({ ...row, receivedOn: received_on }))
}
