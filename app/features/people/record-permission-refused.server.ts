import type { PermissionRefusal } from '../../kernel/permission.ts'
import { type ProgramCtx, recordRefusal } from '../../platform/ctx.server.ts'
import { withoutAgency } from '../../platform/db/tenant.server.ts'
import { findAgencyByCode } from './agency.repo.server.ts'

/**
 * Keeps in the audit log that somebody had no permission, for use cases that know their agency by its code alone. Call it
 * outside of any transaction; an agency that is not there has no log.
 */
export async function recordPermissionRefused(
  ctx: ProgramCtx,
  agencyCode: string,
  { act, roles }: PermissionRefusal,
): Promise<void> {
  const agency = await withoutAgency(ctx.db, (tx) => findAgencyByCode(tx, agencyCode))
  if (!agency) return
  await recordRefusal(
    { ...ctx, agency },
    { action: 'permission.refused', object: { kind: 'act', id: act }, detail: { roles: roles.join(', ') } },
  )
}
