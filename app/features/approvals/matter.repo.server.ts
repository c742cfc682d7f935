import { randomUUID } from 'node:crypto'
import type { ProgramCtx } from '../../platform/ctx.server.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import { contentHash } from '../../platform/hash/content-hash.ts'
import type { Matter, MatterKey, MatterKind } from './matter.domain.ts'

/**
 * Freezes what is put before a meeting, and gives it. The same content of the same thing is frozen once: placed again it is
 * the same matter, whatever its title says by then. The content is a JSON object without NUL characters.
 */
export async function placeMatter(
  tx: Tx,
  ctx: ProgramCtx,
  given: MatterKey & Readonly<{ agencyId: string; title: string; content: object }>,
): Promise<Matter> {
  const hash = contentHash(given.content)
  await tx
    .insertInto('matter')
    .values({
      agency_id: given.agencyId,
      id: randomUUID(),
      kind: given.kind,
      key: given.key,
      title: given.title,
      content: JSON.stringify(given.content),
      content_hash: hash,
      made_at: ctx.now(),
      made_by: ctx.actor.name,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'kind', 'key', 'content_hash']).doNothing())
    .execute()
  const row = await matters(tx, given.agencyId)
    .where('kind', '=', given.kind)
    .where('key', '=', given.key)
    .where('content_hash', '=', hash)
    .executeTakeFirstOrThrow()
  return matterFrom(row)
}

export async function findMatter(tx: Tx, agencyId: string, id: string): Promise<Matter | null> {
  const row = await matters(tx, agencyId).where('id', '=', id).executeTakeFirst()
  return row ? matterFrom(row) : null
}

/** What was frozen; null where there is no such matter. */
export async function findMatterContent(tx: Tx, agencyId: string, id: string): Promise<object | null> {
  const row = await tx
    .selectFrom('matter')
    .select('content')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? (row.content as object) : null
}

/** Keys of the things of a kind that were ever put before a meeting, the latest first. */
export async function listMatterKeys(tx: Tx, agencyId: string, kind: MatterKind): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('matter')
    .select('key')
    .distinct()
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .orderBy('key', 'desc')
    .execute()
  return rows.map(({ key }) => key)
}

const matters = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('matter')
    .select(['id', 'kind', 'key', 'title', 'content_hash', 'made_at', 'made_by'])
    .where('agency_id', '=', agencyId)

type Row = Awaited<ReturnType<ReturnType<typeof matters>['executeTakeFirstOrThrow']>>

const matterFrom = (row: Row): Matter => ({
  id: row.id,
  kind: row.kind as MatterKind,
  key: row.key,
  title: row.title,
  contentHash: row.content_hash,
  madeAt: row.made_at,
  madeBy: row.made_by,
})
