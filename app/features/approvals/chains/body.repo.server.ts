import { randomUUID } from 'node:crypto'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { BodyNames, MeetingBody } from './body.domain.ts'

type Which = Readonly<{ agencyId: string; id: string }>

const bodies = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('meeting_body')
    .select(['id', 'name', 'short_name', 'version', 'ended_at'])
    .where('agency_id', '=', agencyId)

type Row = Awaited<ReturnType<ReturnType<typeof bodies>['executeTakeFirstOrThrow']>>

const bodyFrom = (row: Row): MeetingBody => ({
  id: row.id,
  name: row.name,
  shortName: row.short_name,
  version: row.version,
  endedAt: row.ended_at,
})

/** All bodies of an agency, those that have ended last. */
export async function readBodies(tx: Tx, agencyId: string): Promise<readonly MeetingBody[]> {
  const rows = await bodies(tx, agencyId)
    .orderBy((order) => order.case().when('ended_at', 'is', null).then(0).else(1).end())
    .orderBy('name')
    .execute()
  return rows.map(bodyFrom)
}

export async function findBody(tx: Tx, { agencyId, id }: Which): Promise<MeetingBody | null> {
  if (!isUuid(id)) return null
  const row = await bodies(tx, agencyId).where('id', '=', id).executeTakeFirst()
  return row ? bodyFrom(row) : null
}

/** Whether a body that has not ended has that name, other than the one named. */
export async function isNameTaken(
  tx: Tx,
  { agencyId, name, except }: Readonly<{ agencyId: string; name: string; except?: string }>,
): Promise<boolean> {
  const rows = await bodies(tx, agencyId).where('name', '=', name).where('ended_at', 'is', null).execute()
  return rows.some(({ id }) => id !== except)
}

export async function insertBody(
  tx: Tx,
  { agencyId, name, shortName }: BodyNames & Readonly<{ agencyId: string }>,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('meeting_body')
    .values({ agency_id: agencyId, id, name, short_name: shortName })
    .execute()
  return id
}

export async function updateBody(
  tx: Tx,
  { agencyId, id, version, name, shortName }: Which & BodyNames & Readonly<{ version: number }>,
): Promise<void> {
  await tx
    .updateTable('meeting_body')
    .set({ name, short_name: shortName, version })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

export async function setBodyEnded(
  tx: Tx,
  { agencyId, id, at, version }: Which & Readonly<{ at: Date; version: number }>,
): Promise<void> {
  await tx
    .updateTable('meeting_body')
    .set({ ended_at: at, version })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}
