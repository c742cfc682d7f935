import { randomUUID } from 'node:crypto'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Sender } from './sender.domain.ts'

export async function listSenderRows(tx: Tx, agencyId: string): Promise<readonly Sender[]> {
  const rows = await tx
    .selectFrom('desk_sender')
    .select(['id', 'name', 'made_at', 'made_by_name', 'ended_at'])
    .where('agency_id', '=', agencyId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    madeAt: row.made_at,
    madeByName: row.made_by_name,
    endedAt: row.ended_at,
  }))
}

export async function insertSender(
  tx: Tx,
  agencyId: string,
  sender: Readonly<{ name: string; keyHash: string; at: Date; byName: string }>,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('desk_sender')
    .values({
      agency_id: agencyId,
      id,
      name: sender.name,
      key_hash: sender.keyHash,
      made_at: sender.at,
      made_by_name: sender.byName,
    })
    .execute()
  return id
}

/** Who sends with a key; null for a key that is none, or was ended. */
export async function findSender(tx: Tx, agencyId: string, keyHash: string): Promise<string | null> {
  const row = await tx
    .selectFrom('desk_sender')
    .select('name')
    .where('agency_id', '=', agencyId)
    .where('key_hash', '=', keyHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.name ?? null
}

export async function endSenderRow(tx: Tx, agencyId: string, id: string, at: Date): Promise<boolean> {
  if (!isUuid(id)) return false
  const { numUpdatedRows } = await tx
    .updateTable('desk_sender')
    .set({ ended_at: at })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
