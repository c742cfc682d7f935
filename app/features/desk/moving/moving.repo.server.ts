import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tenant.server.ts'

type Of = Readonly<{ agencyId: string; id: string }>

/** By which the way into the protected channel is opened. */
export async function findClaim(
  tx: Tx,
  { agencyId, id }: Of,
): Promise<Readonly<{ publicKey: Uint8Array; salt: Uint8Array }>> {
  const row = await tx
    .selectFrom('desk_ticket')
    .select(['claim_public_key', 'claim_salt'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { publicKey: row.claim_public_key, salt: row.claim_salt }
}

/** Takes everything that was written out of a ticket, and leaves that it was there and where it went. */
export async function emptyTicket(tx: Tx, { agencyId, id, at }: Of & Readonly<{ at: Date }>): Promise<void> {
  await tx
    .updateTable('desk_event')
    .set({ body: null, erased_at: at })
    .where('agency_id', '=', agencyId)
    .where('ticket_id', '=', id)
    .where('erased_at', 'is', null)
    .execute()
  await tx
    .updateTable('desk_rating')
    .set({ comment: null })
    .where('agency_id', '=', agencyId)
    .where('ticket_id', '=', id)
    .execute()
  await tx
    .updateTable('desk_ticket')
    .set((columns) => ({
      state: 'moved',
      merged_into: null,
      body: null,
      name: null,
      email: null,
      telephone: null,
      place: null,
      latitude: null,
      longitude: null,
      released_text: null,
      service_slug: null,
      topic: null,
      about_unit_id: null,
      moving_at: null,
      // The program's key makes the follow-up number of it, and that opens the case: the desk must be able to no longer.
      form_hash: sql<string>`encode(sha256(convert_to(form_hash, 'UTF8')), 'hex')`,
      erased_at: at,
      search_text: columns.ref('reference'),
      changed_at: at,
      version: columns('version', '+', 1),
    }))
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** Tickets that were merged into one, by identifier. */
export async function listMergedInto(tx: Tx, { agencyId, id }: Of): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('desk_ticket')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('merged_into', '=', id)
    .where('state', '=', 'merged')
    .execute()
  return rows.map((row) => row.id)
}

/** Since when a ticket is on its way; null takes that back. */
export async function setMoving(
  tx: Tx,
  { agencyId, id, at }: Of & Readonly<{ at: Date | null }>,
): Promise<void> {
  await tx
    .updateTable('desk_ticket')
    .set((columns) => ({ moving_at: at, version: columns('version', '+', 1) }))
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}
