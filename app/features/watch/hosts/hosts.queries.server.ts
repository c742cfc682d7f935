import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'

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
