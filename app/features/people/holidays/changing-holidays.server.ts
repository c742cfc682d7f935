import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import type { AuditAction } from '../../../platform/audit/audit-actions.table.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { PEOPLE_POLICY } from '../people.policy.ts'
import { holdAgency } from '../sign-in/person.repo.server.ts'
import type { HolidayError } from './holiday.errors.ts'
import type { ChangedBy } from './holiday.repo.server.ts'

export type HolidayChange = Result<null, HolidayError | PermissionRefusal>
type Written = Readonly<{
  action: AuditAction
  /** The day or the year that was changed. */
  id: string
  detail: Readonly<Record<string, string | number>>
}>

/** What changing the list of holidays has in common: who may, one after the other, and the audit log last. */
export function changingHolidays(
  ctx: Ctx,
  change: (tx: Tx, by: ChangedBy) => Promise<Result<Written, HolidayError>>,
): Promise<HolidayChange> {
  return inTransaction<null, HolidayError | PermissionRefusal>(ctx, async (tx) => {
    const refusal = refusalOf(PEOPLE_POLICY, 'holiday.change', ctx.actor)
    if (refusal) return err(refusal)
    await holdAgency(tx, ctx.agency.id)
    const changed = await change(tx, { name: ctx.actor.name, at: ctx.now() })
    if (!changed.ok) return changed
    const { action, id, detail } = changed.value
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action,
      object: { kind: 'public-holiday', id },
      detail,
    })
    return ok(null)
  })
}
