import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'

export type WatchedHost = Readonly<{ host: string; note: string | null; addedAt: Date; byName: string }>

/** Other sites of the agency that may be asked, by name. */
export const listHosts = (ctx: Ctx): Promise<readonly WatchedHost[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('watched_host')
      .select(['host', 'note', 'added_at', 'added_by_name'])
      .where('agency_id', '=', ctx.agency.id)
      .orderBy('host')
      .execute()
    return rows.map(({ host, note, added_at, added_by_name }) => ({
      host,
      note,
      addedAt: added_at,
      byName: added_by_name,
    }))
  })

type NewHost = Readonly<{ agencyId: string; host: string; note: string | null; at: Date; byName: string }>

/** Whether it was not there yet. */
export async function insertHost(tx: Tx, { agencyId, host, note, at, byName }: NewHost): Promise<boolean> {
  const added = await tx
    .insertInto('watched_host')
    .values({ agency_id: agencyId, host, note, added_at: at, added_by_name: byName })
    .onConflict((conflict) => conflict.doNothing())
    .returning('host')
    .executeTakeFirst()
  return added !== undefined
}

/** Whether it was there. */
export async function deleteHost(
  tx: Tx,
  { agencyId, host }: Pick<NewHost, 'agencyId' | 'host'>,
): Promise<boolean> {
  const removed = await tx
    .deleteFrom('watched_host')
    .where('agency_id', '=', agencyId)
    .where('host', '=', host)
    .returning('host')
    .executeTakeFirst()
  return removed !== undefined
}
