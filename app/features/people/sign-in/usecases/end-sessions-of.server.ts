import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { findAccount } from '../credential.repo.server.ts'
import { endSessions, forgetBrowsers } from '../session.repo.server.ts'
import type { SignInError } from '../sign-in.errors.ts'

/** Signs a person out everywhere, as an administrator does when a device was lost. Gives how many sessions ended. */
export function endSessionsOf(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Result<number, SignInError>> {
  return inTransaction<number, SignInError>(ctx, async (tx) => {
    const refused = refusalOf(PEOPLE_POLICY, 'session.end', ctx.actor, { personId })
    if (refused) return err(refused)
    const whose = { agencyId: ctx.agency.id, personId }
    if (!(await findAccount(tx, whose))) return err({ code: 'person.unknown' })
    const ended = await endSessions(tx, { ...whose, except: null, now: ctx.now() })
    await forgetBrowsers(tx, whose)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'session.revoked',
      object: { kind: 'person', id: personId },
      detail: { count: ended, which: 'all' },
    })
    return ok(ended)
  })
}
