import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { UploadPurpose } from './upload.domain.ts'

/** What the columns of a source mean, kept for its next file. */
export type SavedMapping = Readonly<{
  id: string
  purpose: UploadPurpose
  name: string
  savedAt: Date
  savedBy: string
}>

/** By name. */
export const listMappings = (ctx: Ctx): Promise<readonly SavedMapping[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('result_mapping')
      .select(['id', 'purpose', 'name', 'saved_at', 'saved_by'])
      .where('agency_id', '=', ctx.agency.id)
      .orderBy('name')
      .orderBy('id')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      purpose: row.purpose as UploadPurpose,
      name: row.name,
      savedAt: row.saved_at,
      savedBy: row.saved_by,
    }))
  })
