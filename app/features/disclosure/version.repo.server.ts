import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/tenant.server.ts'
import type { ItemContent } from './disclosure.domain.ts'
import type { PublicVersion } from './item-work.domain.ts'

type Asked = Readonly<{ agencyId: string; year?: number; code?: string }>

/** A version, without what was frozen. */
export type VersionRow = PublicVersion & Readonly<{ id: string; year: number; code: string }>

/**
 * Versions that are or were public, the newest of each item first. One whose approval was withdrawn is withdrawn with it.
 */
export async function readVersions(tx: Tx, { agencyId, year, code }: Asked): Promise<readonly VersionRow[]> {
  const rows = await tx
    .selectFrom('disclosure_publication as frozen')
    .leftJoin('publication as approval', (join) =>
      join
        .onRef('approval.agency_id', '=', 'frozen.agency_id')
        .onRef('approval.id', '=', 'frozen.publication_id'),
    )
    .select(['frozen.id', 'frozen.framework_year', 'frozen.code', 'frozen.version', 'frozen.content_hash'])
    .select(['frozen.publication_id', 'frozen.published_at', 'frozen.published_by_name'])
    .select(['frozen.withdrawn_at', 'frozen.withdrawn_by_name', 'frozen.withdrawn_reason'])
    .select([
      'approval.withdrawn_at as approval_withdrawn_at',
      'approval.withdrawn_by_name as approval_withdrawn_by',
      'approval.withdrawn_reason as approval_withdrawn_reason',
    ])
    .where('frozen.agency_id', '=', agencyId)
    .$if(year !== undefined, (query) => query.where('frozen.framework_year', '=', year ?? 0))
    .$if(code !== undefined, (query) => query.where('frozen.code', '=', code ?? ''))
    .orderBy('frozen.framework_year', 'desc')
    .orderBy('frozen.code')
    .orderBy('frozen.version', 'desc')
    .execute()
  return rows.map((row) => {
    const withdrawnAt = row.withdrawn_at ?? row.approval_withdrawn_at
    return {
      id: row.id,
      year: row.framework_year,
      code: row.code,
      version: row.version,
      contentHash: row.content_hash,
      publicationId: row.publication_id,
      publishedAt: row.published_at,
      publishedByName: row.published_by_name,
      withdrawn: withdrawnAt && {
        at: withdrawnAt,
        byName: row.withdrawn_by_name ?? row.approval_withdrawn_by ?? '',
        reason: row.withdrawn_reason ?? row.approval_withdrawn_reason ?? '',
      },
    }
  })
}

/** What was frozen, by the identifier of the version. */
export async function readContents(
  tx: Tx,
  { agencyId, ids }: Readonly<{ agencyId: string; ids: readonly string[] }>,
): Promise<ReadonlyMap<string, ItemContent>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('disclosure_publication')
    .select(['id', 'content'])
    .where('agency_id', '=', agencyId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.content as object as ItemContent]))
}

/** Of the versions of one item, the newest first, the newest that stands; null where none does. */
export const standingOf = <Version extends Pick<PublicVersion, 'withdrawn'>>(
  versions: readonly Version[],
): Version | null => versions.find(({ withdrawn }) => withdrawn === null) ?? null

type Publishing = Readonly<{
  agencyId: string
  content: ItemContent
  contentHash: string
  version: number
  publicationId: string | null
  byName: string
  at: Date
}>

export async function insertFrozen(tx: Tx, given: Publishing): Promise<void> {
  const { content } = given
  await tx
    .insertInto('disclosure_publication')
    .values({
      agency_id: given.agencyId,
      id: randomUUID(),
      framework_year: content.year,
      code: content.code,
      version: given.version,
      content: JSON.stringify(content),
      content_hash: given.contentHash,
      publication_id: given.publicationId,
      published_at: given.at,
      published_by_name: given.byName,
    })
    .execute()
}

export async function setFrozenWithdrawn(
  tx: Tx,
  given: Readonly<{ agencyId: string; ids: readonly string[]; at: Date; byName: string; reason: string }>,
): Promise<void> {
  await tx
    .updateTable('disclosure_publication')
    .set({ withdrawn_at: given.at, withdrawn_by_name: given.byName, withdrawn_reason: given.reason })
    .where('agency_id', '=', given.agencyId)
    .where('id', 'in', given.ids)
    .execute()
}

/** When something was last published or withdrawn; null where nothing ever was. */
export async function readLastChange(tx: Tx, agencyId: string): Promise<Date | null> {
  const row = await tx
    .selectFrom('disclosure_publication')
    .select(({ fn }) => [fn.max('published_at').as('published'), fn.max('withdrawn_at').as('withdrawn')])
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  const [published, withdrawn] = [row?.published ?? null, row?.withdrawn ?? null]
  return withdrawn !== null && (published === null || withdrawn > published) ? withdrawn : published
}
