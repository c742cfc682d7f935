import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { MeetingBody } from './body.domain.ts'
import { readBodies } from './body.repo.server.ts'

/** All bodies of the agency, those that have ended last. */
export const listBodies = (ctx: Ctx): Promise<readonly MeetingBody[]> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => readBodies(tx, ctx.agency.id))
