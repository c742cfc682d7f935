import { sql } from 'kysely'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import type { YearResults } from '../results/result.domain.ts'
import { resultsIn, type Snapshot, type SnapshotContent } from './snapshot.domain.ts'

/** Snapshots of the agency, the newest first. */
export const listSnapshots = (ctx: Ctx): Promise<readonly Snapshot[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('score_snapshot')
      .select(['id', 'name', 'content_hash', 'made_at', 'made_by', YEARS])
      .where('agency_id', '=', ctx.agency.id)
      .orderBy('made_at', 'desc')
      .orderBy('name')
      .execute()
    return rows.map(snapshotOf)
  })

/** A snapshot with what it keeps, or null. Throws when its content is not what was hashed: nothing is shown of that. */
export const findSnapshot = (
  ctx: Ctx,
  id: string,
): Promise<Readonly<{ snapshot: Snapshot; results: readonly YearResults[] }> | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    if (!isUuid(id)) return null
    const row = await tx
      .selectFrom('score_snapshot')
      .select(['id', 'name', 'content', 'content_hash', 'made_at', 'made_by', YEARS])
      .where('agency_id', '=', ctx.agency.id)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) return null
    const content: unknown = row.content
    if (contentHash(content) !== row.content_hash)
      throw new Error(`the content of snapshot ${id} is not what was hashed`)
    return { snapshot: snapshotOf(row), results: resultsIn(content as SnapshotContent) }
  })

// A list needs the years alone; what a snapshot keeps may be thousands of figures.
const YEARS = sql<number[]>`(
  select array_agg((kept ->> 'year')::integer order by (kept ->> 'year')::integer desc)
  from jsonb_array_elements(content -> 'years') as kept
)`.as('years')

type Row = Readonly<{
  id: string
  name: string
  years: readonly number[] | null
  content_hash: string
  made_at: Date
  made_by: string
}>

const snapshotOf = (row: Row): Snapshot => ({
  id: row.id,
  name: row.name,
  contentHash: row.content_hash,
  years: row.years ?? [],
  madeAt: row.made_at,
  madeBy: row.made_by,
})
