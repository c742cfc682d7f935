import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { contentHash } from '../../platform/hash/content-hash.ts'

/** A version of an item as it is kept; `isWhole` says whether its content still has the hash under which it was published. */
export type FrozenItem = Readonly<{
  year: number
  code: string
  version: number
  contentHash: string
  isWhole: boolean
}>

/** Every version of every item that ever was public, by year, item and version. */
export const listFrozenItems = (ctx: Ctx): Promise<readonly FrozenItem[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('disclosure_publication')
      .select(['framework_year', 'code', 'version', 'content', 'content_hash'])
      .where('agency_id', '=', ctx.agency.id)
      .orderBy('framework_year')
      .orderBy('code')
      .orderBy('version')
      .execute()
    return rows.map((row) => ({
      year: row.framework_year,
      code: row.code,
      version: row.version,
      contentHash: row.content_hash,
      isWhole: contentHash(row.content as object) === row.content_hash,
    }))
  })
