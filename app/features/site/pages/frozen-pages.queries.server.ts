import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import type { PageContent } from './page.domain.ts'

/** A version of a page as it is kept; `isWhole` says whether its content still has the hash under which it was published. */
export type FrozenPage = Readonly<{
  kind: PageContent['kind']
  slug: string
  version: number
  contentHash: string
  isWhole: boolean
}>

/** Every version of every page that ever was public, by page and version. */
export const listFrozenPages = (ctx: Ctx): Promise<readonly FrozenPage[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('site_publication')
      .select(['version', 'content', 'content_hash'])
      .where('agency_id', '=', ctx.agency.id)
      .orderBy('page_id')
      .orderBy('version')
      .execute()
    return rows.map((row) => {
      const content = row.content as unknown as PageContent
      return {
        kind: content.kind,
        slug: content.slug,
        version: row.version,
        contentHash: row.content_hash,
        isWhole: contentHash(content) === row.content_hash,
      }
    })
  })
