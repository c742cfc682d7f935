import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { findStanding } from '../../approvals/index.server.ts'
import { findWorkPage, listWorkPages } from './page.repo.server.ts'
import { changeRefusal } from './page-permission.domain.ts'
import { listNewestVersions } from './publication.repo.server.ts'
import type { PublishedPage } from './published-page.domain.ts'
import { listPublishedPages, readVersions } from './published-pages.queries.server.ts'
import type { WorkPage } from './work-page.domain.ts'

/** How a page at work stands to what is public of it. */
export type PageState = 'draft' | 'public' | 'changed' | 'ended'

export type ListedPage = Readonly<{ page: WorkPage; state: PageState; isReviewDue: boolean }>

/** Every page at work with its state, the last changed first. */
export async function listPageWork(ctx: Ctx): Promise<readonly ListedPage[]> {
  const agencyId = ctx.agency.id
  const standing = new Map((await listPublishedPages(ctx, null)).map((page) => [page.pageId, page]))
  const today = thaiDay(ctx.now())
  return withAgency(ctx.db, agencyId, async (tx) => {
    const once = new Set((await listNewestVersions(tx, { agencyId, kind: null })).map(({ pageId }) => pageId))
    return (await listWorkPages(tx, agencyId)).map((page) => ({
      page,
      state: stateOf(page, standing.get(page.id) ?? null, once.has(page.id)),
      isReviewDue: page.reviewOn !== null && page.reviewOn <= today,
    }))
  })
}

const stateOf = (page: WorkPage, standing: PublishedPage | null, wasPublic: boolean): PageState => {
  if (standing === null) return wasPublic ? 'ended' : 'draft'
  return standing.contentHash === page.contentHash && standing.reviewOn === page.reviewOn
    ? 'public'
    : 'changed'
}

/** One page at work with its history and how far it came on the chain of approval; null where there is none. */
export async function findPageWork(ctx: Ctx, { pageId }: Readonly<{ pageId: string }>) {
  const agencyId = ctx.agency.id
  const found = await withAgency(ctx.db, agencyId, async (tx) => {
    const page = await findWorkPage(tx, { agencyId, id: pageId })
    return page && { page, versions: await readVersions(tx, { agencyId, pageId }) }
  })
  if (!found) return null
  const { page, versions } = found
  const newest = versions[0] ?? null
  return {
    page,
    versions,
    state: stateOf(page, newest?.ended === null ? newest : null, newest !== null),
    standing: await findStanding(ctx, { kind: 'page', key: pageId, contentHash: page.contentHash }),
    mayChange: changeRefusal(ctx.actor, [page.unitId]) === null,
  }
}
