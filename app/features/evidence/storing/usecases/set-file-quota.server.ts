import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'

/** Sets how much an agency may keep, in bytes; null: the limit of the settings. At the machine alone: who may is for the caller to ask. */
export const setFileQuota = (ctx: Ctx, quota: number | null): Promise<void> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    await tx.updateTable('agency').set({ file_quota: quota }).where('id', '=', ctx.agency.id).execute()
  })
