import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { Template } from './template.domain.ts'
import { listTemplateRows } from './template.repo.server.ts'

export const listTemplates = (ctx: Ctx): Promise<readonly Template[]> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => listTemplateRows(tx, ctx.agency.id))
