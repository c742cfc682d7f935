import type { Tx } from '../../../platform/db/tenant.server.ts'

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
