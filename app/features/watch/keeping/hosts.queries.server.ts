import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'

/** Hosts of other sites that the agency lets the program ask. */
export const listAllowedHosts = (ctx: Ctx): Promise<ReadonlySet<string>> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('watched_host')
      .select('host')
      .where('agency_id', '=', ctx.agency.id)
      .execute()
    return new Set(rows.map(({ host }) => host))
  })
