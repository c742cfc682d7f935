import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { Executive } from './executive.domain.ts'
import { listExecutives } from './executive.repo.server.ts'

/** Who leads the agency, in order. */
export const findExecutives = (ctx: Ctx): Promise<readonly Executive[]> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => listExecutives(tx, ctx.agency.id))
