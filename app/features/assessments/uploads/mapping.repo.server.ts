import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { type ColumnMapping, readMapping } from '../reading/mapping.domain.ts'
import type { UploadPurpose } from './upload.domain.ts'

type OfSource = Readonly<{ agencyId: string; purpose: UploadPurpose; headKey: string }>

/** The mapping kept for files of these heads, with its name; null where there is none. */
export async function findMappingOf(
  tx: Tx,
  { agencyId, purpose, headKey }: OfSource,
): Promise<Readonly<{ name: string; mapping: ColumnMapping }> | null> {
  const row = await tx
    .selectFrom('result_mapping')
    .select(['name', 'mapping'])
    .where('agency_id', '=', agencyId)
    .where('purpose', '=', purpose)
    .where('head_key', '=', headKey)
    .executeTakeFirst()
  const mapping = row ? readMapping(row.mapping) : null
  return row && mapping ? { name: row.name, mapping } : null
}

type Saving = OfSource & Readonly<{ name: string; mapping: ColumnMapping; at: Date; by: string }>

/** Keeps a mapping in the place of the one for the same heads, and answers its id. */
export async function saveMappingOf(tx: Tx, saving: Saving): Promise<string> {
  const { agencyId, purpose, headKey, name, at, by } = saving
  const kept = { name, mapping: JSON.stringify(saving.mapping), saved_at: at, saved_by: by }
  const { id } = await tx
    .insertInto('result_mapping')
    .values({ agency_id: agencyId, id: randomUUID(), purpose, head_key: headKey, ...kept })
    .onConflict((conflict) => conflict.columns(['agency_id', 'purpose', 'head_key']).doUpdateSet(kept))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False where there is none. */
export async function renameMappingOf(
  tx: Tx,
  { agencyId, id, name }: { agencyId: string; id: string; name: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('result_mapping')
    .set({ name })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where there is none. */
export async function removeMappingOf(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('result_mapping')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
