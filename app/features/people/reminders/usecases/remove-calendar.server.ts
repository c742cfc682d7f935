import { type PermissionRefusal, refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { findReminderRow, setCalendarHash } from '../reminder.repo.server.ts'

/** Takes a person's calendar address away: it leads nowhere from then on. False when there was none. */
export function removeCalendar(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Result<boolean, PermissionRefusal>> {
  return inTransaction<boolean, PermissionRefusal>(ctx, async (tx) => {
    const refusal = refusalOf(PEOPLE_POLICY, 'reminder.change', ctx.actor, { personId })
    if (refusal) return err(refusal)
    const owner = { agencyId: ctx.agency.id, personId }
    if (!(await findReminderRow(tx, owner)).hasCalendar) return ok(false)
    await setCalendarHash(tx, owner, null)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'reminder.changed',
      object: { kind: 'person', id: personId },
      detail: { fields: 'calendar' },
    })
    return ok(true)
  })
}
