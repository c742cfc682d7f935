import { randomUUID } from 'node:crypto'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { AgendaItem, ItemFacts } from './meeting.domain.ts'

type Which = Readonly<{ agencyId: string; id: string }>

const items = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('agenda_item as item')
    .leftJoin('resolution', (join) =>
      join
        .onRef('resolution.agency_id', '=', 'item.agency_id')
        .onRef('resolution.agenda_item_id', '=', 'item.id')
        .on('resolution.withdrawn_at', 'is', null),
    )
    .select([
      'item.id',
      'item.meeting_id',
      'item.position',
      'item.number',
      'item.title',
      'item.details',
      'item.matter_id',
      'item.version',
      'resolution.id as resolution_id',
    ])
    .where('item.agency_id', '=', agencyId)
    .where('item.removed_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof items>['executeTakeFirstOrThrow']>>

const itemFrom = (row: Row): AgendaItem => ({
  id: row.id,
  meetingId: row.meeting_id,
  position: row.position,
  number: row.number,
  title: row.title,
  details: row.details,
  matterId: row.matter_id,
  version: row.version,
  hasResolution: row.resolution_id !== null,
})

/** An item of an agenda that was not removed; null where there is none. */
export async function findAgendaItem(tx: Tx, { agencyId, id }: Which): Promise<AgendaItem | null> {
  if (!isUuid(id)) return null
  const row = await items(tx, agencyId).where('item.id', '=', id).executeTakeFirst()
  return row ? itemFrom(row) : null
}

/** The agenda of a meeting, in its order. */
export async function readAgenda(
  tx: Tx,
  { agencyId, meetingId }: Readonly<{ agencyId: string; meetingId: string }>,
): Promise<readonly AgendaItem[]> {
  const rows = await items(tx, agencyId)
    .where('item.meeting_id', '=', meetingId)
    .orderBy('item.position')
    .execute()
  return rows.map(itemFrom)
}

export async function insertAgendaItem(
  tx: Tx,
  given: ItemFacts &
    Readonly<{ agencyId: string; meetingId: string; matterId: string | null; at: Date; byName: string }>,
): Promise<string> {
  const id = randomUUID()
  const last = await tx
    .selectFrom('agenda_item')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('agency_id', '=', given.agencyId)
    .where('meeting_id', '=', given.meetingId)
    .executeTakeFirst()
  await tx
    .insertInto('agenda_item')
    .values({
      agency_id: given.agencyId,
      id,
      meeting_id: given.meetingId,
      position: Number(last?.position ?? 0) + 1,
      number: given.number,
      title: given.title,
      details: given.details,
      matter_id: given.matterId,
      added_at: given.at,
      added_by_name: given.byName,
    })
    .execute()
  return id
}

type Change = Partial<ItemFacts> &
  Readonly<{ matterId?: string; position?: number; removedAt?: Date; version: number }>

export async function updateAgendaItem(tx: Tx, { agencyId, id }: Which, change: Change): Promise<void> {
  const { matterId, removedAt, ...columns } = change
  await tx
    .updateTable('agenda_item')
    .set({
      ...columns,
      ...(matterId === undefined ? {} : { matter_id: matterId }),
      ...(removedAt === undefined ? {} : { removed_at: removedAt }),
    })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}
