import type { Language } from '../../../i18n/language.ts'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { AuditFilter } from '../../../platform/audit/audit.queries.server.ts'
import { type AuditFormat, exportAudit } from '../../../platform/audit/audit-export.server.ts'
import { type Ctx, recordRefusal } from '../../../platform/ctx.server.ts'
import { OFFICE_POLICY } from '../office.policy.ts'

/** The entries that a filter lets through as a file, piece by piece; that it was taken is the first thing written. */
export async function exportAuditLog(
  ctx: Ctx,
  input: { filter: AuditFilter; format: AuditFormat; lang: Language },
): Promise<Result<AsyncIterable<string>, PermissionRefusal>> {
  const refusal = refusalOf(OFFICE_POLICY, 'audit-log.export', ctx.actor)
  if (!refusal) return ok(await exportAudit(ctx, input))
  await recordRefusal(ctx, {
    action: 'permission.refused',
    object: { kind: 'act', id: refusal.act },
    detail: { roles: refusal.roles.join(', ') },
  })
  return err(refusal)
}
