import { sql } from 'kysely'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'

export type StoredSize = Readonly<{
  files: number
  /** Of all files of evidence together. */
  bytes: number
  /** Of this agency alone, in bytes; null: the limit of the settings. */
  quota: number | null
}>

/** How much an agency keeps of evidence. Files of complaints, publications and captures are not counted: nobody may run out of them. */
export const readStoredSize = (ctx: Ctx): Promise<StoredSize> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => findStoredSize(tx, ctx.agency.id))

export async function findStoredSize(tx: Tx, agencyId: string): Promise<StoredSize> {
  const stored = await tx
    .selectFrom('stored_file')
    .select(({ fn }) => [fn.countAll<string>().as('files'), fn.sum<string | null>('size').as('bytes')])
    .where('agency_id', '=', agencyId)
    .executeTakeFirstOrThrow()
  const agency = await tx
    .selectFrom('agency')
    .select('file_quota')
    .where('id', '=', agencyId)
    .executeTakeFirst()
  return {
    files: Number(stored.files),
    bytes: Number(stored.bytes ?? 0),
    quota: agency?.file_quota == null ? null : Number(agency.file_quota),
  }
}

/** Files of an agency are noted one after the other until the transaction ends: two at once could both find room for one. */
export async function holdStoring(tx: Tx, agencyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`storing ${agencyId}`}, 0))`.execute(tx)
}
