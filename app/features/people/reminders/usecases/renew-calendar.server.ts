import { type PermissionRefusal, refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { newToken, tokenHash } from '../../../../platform/secrets/token.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { setCalendarHash } from '../reminder.repo.server.ts'

/**
 * Makes the secret of a person's calendar address, which nobody can read again afterwards. One that they had before leads
 * nowhere from then on.
 */
export function renewCalendar(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Result<{ secret: string }, PermissionRefusal>> {
  return inTransaction<{ secret: string }, PermissionRefusal>(ctx, async (tx) => {
    const refusal = refusalOf(PEOPLE_POLICY, 'reminder.change', ctx.actor, { personId })
    if (refusal) return err(refusal)
    const secret = newToken()
    await setCalendarHash(tx, { agencyId: ctx.agency.id, personId }, tokenHash(secret))
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'calendar.renewed',
      object: { kind: 'person', id: personId },
      detail: {},
    })
    return ok({ secret })
  })
}
