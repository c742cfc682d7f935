import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { SitePage } from '../../../platform/db/schema.generated.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { PageContent, PageKind } from './page.domain.ts'
import type { PageFacts } from './page-form.domain.ts'
import type { WorkPage } from './work-page.domain.ts'

type Whose = Readonly<{ agencyId: string; id: string }>

/** A page that was not removed; null where there is none. `hold` lets nobody else change it meanwhile. */
export async function findWorkPage(
  tx: Tx,
  { agencyId, id }: Whose,
  { hold = false }: { hold?: boolean } = {},
): Promise<WorkPage | null> {
  if (!isUuid(id)) return null
  const row = await tx
    .selectFrom('site_page')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .$if(hold, (query) => query.forUpdate())
    .executeTakeFirst()
  return row ? workPage(row) : null
}

/** Every page at work, the last changed first. */
export async function listWorkPages(tx: Tx, agencyId: string): Promise<readonly WorkPage[]> {
  const rows = await tx
    .selectFrom('site_page')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('removed_at', 'is', null)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(workPage)
}

/** Whether an address is another page's, or was one under which it was public. */
export async function isSlugTaken(
  tx: Tx,
  {
    agencyId,
    kind,
    slug,
    pageId,
  }: Readonly<{ agencyId: string; kind: PageKind; slug: string; pageId: string | null }>,
): Promise<boolean> {
  const own = pageId ?? '00000000-0000-0000-0000-000000000000'
  const [page, address] = [
    await tx
      .selectFrom('site_page')
      .select('id')
      .where('agency_id', '=', agencyId)
      .where('kind', '=', kind)
      .where('slug', '=', slug)
      .where('removed_at', 'is', null)
      .where('id', '<>', own)
      .executeTakeFirst(),
    await tx
      .selectFrom('site_address')
      .select('page_id')
      .where('agency_id', '=', agencyId)
      .where('kind', '=', kind)
      .where('slug', '=', slug)
      .where('page_id', '<>', own)
      .executeTakeFirst(),
  ]
  return page !== undefined || address !== undefined
}

type Written = Readonly<{
  agencyId: string
  facts: PageFacts
  contentHash: string
  at: Date
  byName: string
}>

/** A new page, and its identifier. */
export async function insertWorkPage(
  tx: Tx,
  { agencyId, facts, contentHash, at, byName }: Written,
): Promise<string> {
  const id = randomUUID()
  const { content, unitId, reviewOn } = facts
  await tx
    .insertInto('site_page')
    .values({
      agency_id: agencyId,
      id,
      kind: content.kind,
      slug: content.slug,
      unit_id: unitId,
      content: JSON.stringify(content),
      content_hash: contentHash,
      review_on: reviewOn,
      made_at: at,
      made_by_name: byName,
      changed_at: at,
      changed_by_name: byName,
    })
    .execute()
  return id
}

/** Writes a page over what was there, as its next version. */
export async function updateWorkPage(
  tx: Tx,
  { agencyId, id, facts, contentHash, at, byName }: Written & Whose,
): Promise<void> {
  const { content, unitId, reviewOn } = facts
  await tx
    .updateTable('site_page')
    .set((eb) => ({
      slug: content.slug,
      unit_id: unitId,
      content: JSON.stringify(content),
      content_hash: contentHash,
      review_on: reviewOn,
      changed_at: at,
      changed_by_name: byName,
      version: eb('version', '+', 1),
    }))
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** Takes a page that never was public away; its address is free again. */
export async function setPageRemoved(
  tx: Tx,
  { agencyId, id, at }: Whose & Readonly<{ at: Date }>,
): Promise<void> {
  await tx
    .updateTable('site_page')
    .set({ removed_at: at })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** Pages whose review is due until a day and of which nobody was told for this day, held until the transaction ends. */
export async function holdReviewsDue(
  tx: Tx,
  { agencyId, until }: Readonly<{ agencyId: string; until: IsoDay }>,
): Promise<readonly WorkPage[]> {
  const rows = await tx
    .selectFrom('site_page')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('removed_at', 'is', null)
    .where('review_on', '<=', until)
    .where(({ or, eb, ref }) =>
      or([eb('review_told_on', 'is', null), eb('review_told_on', '<>', ref('review_on'))]),
    )
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(workPage)
}

/** Notes that people were told of the review of a page. */
export async function setReviewTold(
  tx: Tx,
  { agencyId, id, day }: Whose & Readonly<{ day: IsoDay }>,
): Promise<void> {
  await tx
    .updateTable('site_page')
    .set({ review_told_on: day })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

const workPage = (row: Selectable<SitePage>): WorkPage => ({
  id: row.id,
  content: row.content as unknown as PageContent,
  unitId: row.unit_id,
  reviewOn: row.review_on,
  contentHash: row.content_hash,
  version: row.version,
  changedAt: row.changed_at,
  changedByName: row.changed_by_name,
})
