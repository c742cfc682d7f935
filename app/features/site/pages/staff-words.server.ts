import type { Ctx } from '../../../platform/ctx.server.ts'
import type { PageContent } from './page.domain.ts'
import { findPublishedPage } from './published-pages.queries.server.ts'

/** Pages of staff that pages of the platform show in their midst, by their slugs. */
const STAFF_SLUGS = {
  complaint: 'complaint-guide',
  whistle: 'whistleblow-guide',
  powers: 'powers-and-duties',
} as const

/** What staff wrote for a part of a page of the platform; null while nobody has, or after it was taken down. */
export async function findStaffWords(ctx: Ctx, part: keyof typeof STAFF_SLUGS): Promise<PageContent | null> {
  const found = await findPublishedPage(ctx, { kind: 'page', slug: STAFF_SLUGS[part] })
  return found && found.page.ended === null ? found.page.content : null
}
