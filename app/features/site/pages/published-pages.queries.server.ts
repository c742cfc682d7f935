import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { readPublications } from '../../approvals/index.server.ts'
import type { PageKind } from './page.domain.ts'
import { findPageAt, listNewestVersions, listVersions } from './publication.repo.server.ts'
import type { FoundPage, PageEnd, PageVersion, PublishedPage } from './published-page.domain.ts'

type Asked = Readonly<{
  kind: PageKind
  slug: string
  /** Of those that were published, from 1; the newest without it. */
  version?: number
}>

/**
 * What answers at the address of a page: also one that it had before (`slug` says where it is now), and one of a page that was
 * taken down (`page.ended`). Null where there never was one, or not that version.
 */
export const findPublishedPage = (ctx: Ctx, { kind, slug, version }: Asked): Promise<FoundPage | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const pageId = await findPageAt(tx, { agencyId, kind, slug })
    if (pageId === null) return null
    const versions = await readVersions(tx, { agencyId, pageId })
    const newest = versions[0]
    const page = version === undefined ? newest : versions.find((one) => one.version === version)
    if (!newest || !page) return null
    const { publishedByName: _, ...said } = page
    return {
      page: { ...said, ended: endSaid(page.ended) },
      slug: newest.content.slug,
      newestVersion: newest.version,
      versions: versions.map(({ version: nth, contentHash, publishedAt, ended }) => ({
        version: nth,
        contentHash,
        publishedAt,
        ended: endSaid(ended),
      })),
    }
  })

/** What everybody is told of an end: not by whom. */
const endSaid = (end: PageEnd | null): PageVersion['ended'] => end && { at: end.at, reason: end.reason }

/**
 * What is public of a kind, or of all kinds where none is given: news with the newest day first, everything else by its Thai
 * title.
 */
export const listPublishedPages = (ctx: Ctx, kind: PageKind | null): Promise<readonly PublishedPage[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const newest = await withWithdrawals(tx, agencyId, await listNewestVersions(tx, { agencyId, kind }))
    return newest.filter(({ ended }) => ended === null).toSorted(inOrder)
  })

function inOrder(one: PublishedPage, other: PublishedPage): number {
  const [day, otherDay] = [one.content.date ?? '', other.content.date ?? '']
  if (day !== otherDay) return day < otherDay ? 1 : -1
  return (
    one.content.title.th.localeCompare(other.content.title.th, 'th') || one.pageId.localeCompare(other.pageId)
  )
}

/** Every version of a page, the newest first, inside a transaction of the caller. */
export const readVersions = async (
  tx: Tx,
  { agencyId, pageId }: Readonly<{ agencyId: string; pageId: string }>,
): Promise<readonly PublishedPage[]> =>
  withWithdrawals(tx, agencyId, await listVersions(tx, { agencyId, pageId }))

/** A meeting that takes its approval back takes the page down. */
async function withWithdrawals(
  tx: Tx,
  agencyId: string,
  pages: readonly PublishedPage[],
): Promise<readonly PublishedPage[]> {
  if (pages.length === 0) return pages
  const withdrawn = new Map<string, PageEnd>()
  for (const { id, withdrawal } of await readPublications(tx, agencyId, { kind: 'page' }))
    if (withdrawal) withdrawn.set(id, { at: withdrawal.at, byName: withdrawal.by, reason: withdrawal.reason })
  return pages.map((page) => ({
    ...page,
    ended: page.ended ?? withdrawn.get(page.publicationId ?? '') ?? null,
  }))
}
