import { type PermissionRefusal, refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { changedSettings, type ReminderSetting } from '../reminder.domain.ts'
import { findReminderRow, saveReminders } from '../reminder.repo.server.ts'

/** Changes how a person is reminded, which only they may; false when nothing was different. */
export function changeReminders(
  ctx: Ctx,
  { personId, setting }: { personId: string; setting: ReminderSetting },
): Promise<Result<boolean, PermissionRefusal>> {
  return inTransaction<boolean, PermissionRefusal>(ctx, async (tx) => {
    const refusal = refusalOf(PEOPLE_POLICY, 'reminder.change', ctx.actor, { personId })
    if (refusal) return err(refusal)
    const owner = { agencyId: ctx.agency.id, personId }
    const changed = changedSettings((await findReminderRow(tx, owner)).setting, setting)
    if (changed.length === 0) return ok(false)
    await saveReminders(tx, owner, setting)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'reminder.changed',
      object: { kind: 'person', id: personId },
      detail: { fields: changed.join(', ') },
    })
    return ok(true)
  })
}
