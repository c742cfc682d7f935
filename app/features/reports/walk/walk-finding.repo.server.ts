import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { type BrokenLink, isBrokenCode } from './broken-link.domain.ts'

/** A broken link that was found and still stands. */
export type WalkFinding = Pick<BrokenLink, 'code' | 'cell' | 'objectId'> &
  Readonly<{ id: string; publicationId: string; raisedAt: Date }>

type Of = Readonly<{ agencyId: string; publicationIds?: readonly string[] }>

/** Findings that stand, the oldest first; of some publications where they are given. */
export async function readOpenFindings(
  tx: Tx,
  { agencyId, publicationIds }: Of,
): Promise<readonly WalkFinding[]> {
  const rows = await tx
    .selectFrom('walk_finding')
    .select(['id', 'publication_id', 'code', 'cell', 'object_id', 'raised_at'])
    .where('agency_id', '=', agencyId)
    .where('resolved_at', 'is', null)
    .$if(publicationIds !== undefined, (query) =>
      query.where(sql<boolean>`publication_id = any(${(publicationIds ?? []) as string[]}::uuid[])`),
    )
    .orderBy('raised_at')
    .orderBy('cell')
    .orderBy('code')
    .execute()
  return rows.flatMap((row) =>
    isBrokenCode(row.code)
      ? [
          {
            id: row.id,
            publicationId: row.publication_id,
            code: row.code,
            cell: row.cell,
            objectId: row.object_id,
            raisedAt: row.raised_at,
          },
        ]
      : [],
  )
}

type Raised = Readonly<{ agencyId: string; publicationId: string; at: Date }>

/** Writes down links that were found broken, and gives those that were not written down before. One statement. */
export async function insertFindings(
  tx: Tx,
  { agencyId, publicationId, at, links }: Raised & Readonly<{ links: readonly BrokenLink[] }>,
): Promise<readonly Pick<BrokenLink, 'code' | 'cell' | 'objectId'>[]> {
  if (links.length === 0) return []
  const rows = await tx
    .insertInto('walk_finding')
    .columns(['agency_id', 'id', 'publication_id', 'code', 'cell', 'object_id', 'raised_at'])
    .expression(
      sql`select ${agencyId}::uuid, id, ${publicationId}::uuid, code, cell, object_id, ${at}::timestamptz
        from unnest(${links.map(() => randomUUID())}::uuid[], ${links.map(({ code }) => code)}::text[],
          ${links.map(({ cell }) => cell)}::text[], ${links.map(({ objectId }) => objectId)}::text[])
          as link (id, code, cell, object_id)`,
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['code', 'cell', 'object_id'])
    .execute()
  return rows.flatMap(({ code, cell, object_id }) =>
    isBrokenCode(code) ? [{ code, cell, objectId: object_id }] : [],
  )
}

/** Ends findings whose links hold again. */
export async function resolveFindings(
  tx: Tx,
  { agencyId, ids, at }: Readonly<{ agencyId: string; ids: readonly string[]; at: Date }>,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('walk_finding')
    .set({ resolved_at: at })
    .where('agency_id', '=', agencyId)
    .where(sql<boolean>`id = any(${ids as string[]}::uuid[])`)
    .where('resolved_at', 'is', null)
    .execute()
}
