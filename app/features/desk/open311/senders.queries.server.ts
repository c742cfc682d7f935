import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { Sender } from './sender.domain.ts'
import { listSenderRows } from './sender.repo.server.ts'

/** Programs that may or might send tickets, the newest first. */
export const listSenders = (ctx: Ctx): Promise<readonly Sender[]> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => listSenderRows(tx, ctx.agency.id))
