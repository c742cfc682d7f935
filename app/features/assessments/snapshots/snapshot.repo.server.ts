import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { canonicalJson } from '../../../platform/hash/content-hash.ts'
import type { SnapshotContent } from './snapshot.domain.ts'

export const hasSnapshotNamed = async (tx: Tx, agencyId: string, name: string): Promise<boolean> =>
  (await tx
    .selectFrom('score_snapshot')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('name', '=', name)
    .executeTakeFirst()) !== undefined

export type NewSnapshot = Readonly<{
  agencyId: string
  name: string
  content: SnapshotContent
  contentHash: string
  at: Date
  by: string
}>

/** Keeps a snapshot; its identifier. */
export async function insertSnapshot(tx: Tx, input: NewSnapshot): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('score_snapshot')
    .values({
      agency_id: input.agencyId,
      id,
      name: input.name,
      content: canonicalJson(input.content),
      content_hash: input.contentHash,
      made_at: input.at,
      made_by: input.by,
    })
    .execute()
  return id
}
