import { type Selectable, sql } from 'kysely'
import type { Language } from '../../../i18n/language.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Schema } from '../../../platform/db/schema.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'
import type {
  Priority,
  Ticket,
  TicketChange,
  TicketChannel,
  TicketKind,
  TicketState,
} from './ticket.domain.ts'

type Row = Omit<
  Selectable<Schema['desk_ticket']>,
  'folded' | 'pieces' | 'search_text' | 'form_hash' | 'claim_salt' | 'claim_public_key' | 'follow_up_hash'
>

/** Columns of a ticket but for its secrets and what it is searched by. */
export const TICKET_COLUMNS = [
  'agency_id',
  'id',
  'reference',
  'channel',
  'lang',
  'kind',
  'state',
  'priority',
  'service_slug',
  'topic',
  'about_unit_id',
  'unit_id',
  'officer_id',
  'body',
  'name',
  'email',
  'telephone',
  'place',
  'latitude',
  'longitude',
  'released_text',
  'received_at',
  'received_on',
  'due_on',
  'answered_on',
  'in_time',
  'closed_on',
  'merged_into',
  'escalated_step',
  'reminded_of',
  'moving_at',
  'erased_at',
  'version',
  'changed_at',
] as const satisfies readonly (keyof Row)[]

export const ticketOf = (row: Row): Ticket => ({
  id: row.id,
  reference: row.reference,
  channel: row.channel as TicketChannel,
  lang: row.lang as Language,
  kind: row.kind as TicketKind,
  state: row.state as TicketState,
  priority: row.priority as Priority,
  serviceSlug: row.service_slug,
  topic: row.topic,
  aboutUnitId: row.about_unit_id,
  unitId: row.unit_id,
  officerId: row.officer_id,
  body: row.body,
  name: row.name,
  email: row.email,
  telephone: row.telephone,
  place: row.place,
  point:
    row.latitude === null || row.longitude === null
      ? null
      : { latitude: row.latitude, longitude: row.longitude },
  releasedText: row.released_text,
  receivedAt: row.received_at,
  receivedOn: row.received_on,
  dueOn: row.due_on,
  answeredOn: row.answered_on,
  inTime: row.in_time,
  closedOn: row.closed_on,
  mergedInto: row.merged_into,
  escalatedStep: row.escalated_step,
  movingAt: row.moving_at,
  erasedAt: row.erased_at,
  version: row.version,
})

export type NewTicket = Omit<
  Ticket,
  | 'escalatedStep'
  | 'movingAt'
  | 'erasedAt'
  | 'version'
  | 'mergedInto'
  | 'releasedText'
  | 'answeredOn'
  | 'inTime'
  | 'closedOn'
> &
  Readonly<{
    formHash: string
    followUpHash: string
    claimPublicKey: Uint8Array
    claimSalt: Uint8Array
  }>

/** False where there is a ticket of this form already, or one of this reference. Waits for who writes the same just now. */
export async function insertTicket(tx: Tx, agencyId: string, ticket: NewTicket): Promise<boolean> {
  const row = await tx
    .insertInto('desk_ticket')
    .values({
      agency_id: agencyId,
      id: ticket.id,
      reference: ticket.reference,
      form_hash: ticket.formHash,
      follow_up_hash: ticket.followUpHash,
      claim_public_key: Buffer.from(ticket.claimPublicKey),
      claim_salt: Buffer.from(ticket.claimSalt),
      channel: ticket.channel,
      lang: ticket.lang,
      kind: ticket.kind,
      state: ticket.state,
      priority: ticket.priority,
      service_slug: ticket.serviceSlug,
      topic: ticket.topic,
      about_unit_id: ticket.aboutUnitId,
      unit_id: ticket.unitId,
      officer_id: ticket.officerId,
      body: ticket.body,
      name: ticket.name,
      email: ticket.email,
      telephone: ticket.telephone,
      place: ticket.place,
      latitude: ticket.point?.latitude ?? null,
      longitude: ticket.point?.longitude ?? null,
      received_at: ticket.receivedAt,
      received_on: ticket.receivedOn,
      due_on: ticket.dueOn,
      changed_at: ticket.receivedAt,
      search_text: [ticket.reference, ticket.body, ticket.name, ticket.email, ticket.telephone, ticket.place]
        .filter(Boolean)
        .join('\n'),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The ticket that a form made, by its hash; of one that was moved only the hash of that is left. */
export async function findByForm(
  tx: Tx,
  agencyId: string,
  formHash: string,
): Promise<Readonly<{ id: string; reference: string }> | null> {
  const row = await tx
    .selectFrom('desk_ticket')
    .select(['id', 'reference'])
    .where('agency_id', '=', agencyId)
    .where('form_hash', 'in', [formHash, sha256Hex(formHash)])
    .executeTakeFirst()
  return row ?? null
}

/** Locks tickets until the transaction ends, always in the same order, so that two who merge do not wait for each other. */
export async function holdTickets(
  tx: Tx,
  agencyId: string,
  ids: readonly string[],
): Promise<readonly Ticket[]> {
  const known = ids.filter(isUuid)
  if (known.length === 0) return []
  const rows = await tx
    .selectFrom('desk_ticket')
    .select(TICKET_COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('id', 'in', known)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(ticketOf)
}

export const holdTicket = async (tx: Tx, agencyId: string, id: string): Promise<Ticket | null> =>
  (await holdTickets(tx, agencyId, [id]))[0] ?? null

export async function findTicketId(
  tx: Tx,
  agencyId: string,
  where: Readonly<{ reference: string; followUpHash?: string }>,
): Promise<string | null> {
  const row = await tx
    .selectFrom('desk_ticket')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('reference', '=', where.reference)
    .$if(where.followUpHash !== undefined, (query) =>
      query.where('follow_up_hash', '=', where.followUpHash ?? ''),
    )
    .executeTakeFirst()
  return row?.id ?? null
}

const COLUMN: Readonly<Record<keyof TicketChange, keyof Row>> = {
  kind: 'kind',
  state: 'state',
  priority: 'priority',
  topic: 'topic',
  unitId: 'unit_id',
  officerId: 'officer_id',
  dueOn: 'due_on',
  answeredOn: 'answered_on',
  inTime: 'in_time',
  closedOn: 'closed_on',
  mergedInto: 'merged_into',
  releasedText: 'released_text',
  escalatedStep: 'escalated_step',
  movingAt: 'moving_at',
}

/** Writes what became of a locked ticket. */
export async function saveTicket(
  tx: Tx,
  agencyId: string,
  { id, version }: Pick<Ticket, 'id' | 'version'>,
  { change, at, found = '' }: Readonly<{ change: TicketChange; at: Date; found?: string }>,
): Promise<void> {
  const columns = Object.fromEntries(
    Object.entries(change).map(([name, value]) => [COLUMN[name as keyof TicketChange], value]),
  )
  await tx
    .updateTable('desk_ticket')
    .set({ ...columns, version: version + 1, changed_at: at })
    // What was written since is found, too.
    .$if(found !== '', (query) =>
      query.set({
        search_text: sql<string>`left(search_text || ${`\n${found}`}::text, ${MOST_SEARCHED}::int)`,
      }),
    )
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

const MOST_SEARCHED = 100_000
