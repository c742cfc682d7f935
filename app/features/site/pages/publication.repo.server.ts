import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { SitePublication } from '../../../platform/db/schema.generated.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { PageContent, PageKind } from './page.domain.ts'
import type { PageEnd, PublishedPage } from './published-page.domain.ts'

/** Every version of a page that was ever public, the newest first. */
export async function listVersions(
  tx: Tx,
  { agencyId, pageId }: Readonly<{ agencyId: string; pageId: string }>,
): Promise<readonly PublishedPage[]> {
  const rows = await tx
    .selectFrom('site_publication')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('page_id', '=', pageId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(published)
}

/** The newest version of every page of a kind, or of all kinds, those that were taken down too. */
export async function listNewestVersions(
  tx: Tx,
  { agencyId, kind }: Readonly<{ agencyId: string; kind: PageKind | null }>,
): Promise<readonly PublishedPage[]> {
  const rows = await tx
    .selectFrom('site_publication as one')
    .innerJoin('site_page as page', (join) =>
      join.onRef('page.agency_id', '=', 'one.agency_id').onRef('page.id', '=', 'one.page_id'),
    )
    .selectAll('one')
    .distinctOn('one.page_id')
    .where('one.agency_id', '=', agencyId)
    .$if(kind !== null, (query) => query.where('page.kind', '=', kind ?? ''))
    .orderBy('one.page_id')
    .orderBy('one.version', 'desc')
    .execute()
  return rows.map(published)
}

/** The page that is, or once was, public at an address; null where there never was one. */
export async function findPageAt(
  tx: Tx,
  { agencyId, kind, slug }: Readonly<{ agencyId: string; kind: PageKind; slug: string }>,
): Promise<string | null> {
  const row = await tx
    .selectFrom('site_address')
    .select('page_id')
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.page_id ?? null
}

type NewVersion = Readonly<{
  agencyId: string
  pageId: string
  version: number
  content: PageContent
  contentHash: string
  reviewOn: IsoDay | null
  publicationId: string | null
  at: Date
  byName: string
}>

/** Makes a version public and its address one that answers for ever. */
export async function insertVersion(tx: Tx, given: NewVersion): Promise<void> {
  const { agencyId, pageId, content } = given
  await tx
    .insertInto('site_publication')
    .values({
      agency_id: agencyId,
      id: randomUUID(),
      page_id: pageId,
      version: given.version,
      content: JSON.stringify(content),
      content_hash: given.contentHash,
      review_on: given.reviewOn,
      publication_id: given.publicationId,
      published_at: given.at,
      published_by_name: given.byName,
    })
    .execute()
  await tx
    .insertInto('site_address')
    .values({ agency_id: agencyId, kind: content.kind, slug: content.slug, page_id: pageId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes every version of a page down that still stands. */
export async function endVersions(
  tx: Tx,
  { agencyId, pageId, end }: Readonly<{ agencyId: string; pageId: string; end: PageEnd }>,
): Promise<void> {
  await tx
    .updateTable('site_publication')
    .set({ ended_at: end.at, ended_by_name: end.byName, ended_reason: end.reason })
    .where('agency_id', '=', agencyId)
    .where('page_id', '=', pageId)
    .where('ended_at', 'is', null)
    .execute()
}

const published = (row: Selectable<SitePublication>): PublishedPage => ({
  pageId: row.page_id,
  version: row.version,
  content: row.content as unknown as PageContent,
  contentHash: row.content_hash,
  reviewOn: row.review_on,
  publicationId: row.publication_id,
  publishedAt: row.published_at,
  publishedByName: row.published_by_name,
  ended:
    row.ended_at === null
      ? null
      : { at: row.ended_at, byName: row.ended_by_name ?? '', reason: row.ended_reason ?? '' },
})
