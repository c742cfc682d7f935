import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { findAccount, removeTotp } from '../credential.repo.server.ts'
import { removePasskeysOf } from '../passkey.repo.server.ts'
import { endSessions, forgetBrowsers } from '../session.repo.server.ts'
import type { SignInError } from '../sign-in.errors.ts'

/**
 * For somebody who has lost phone and keys: takes app, recovery codes and passkeys away and ends every session. They sign in
 * with their password and set a second factor up anew.
 */
export function resetSecondFactor(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Result<null, SignInError>> {
  return inTransaction<null, SignInError>(ctx, async (tx) => {
    const refused = refusalOf(PEOPLE_POLICY, 'second-factor.reset', ctx.actor)
    if (refused) return err(refused)
    const whose = { agencyId: ctx.agency.id, personId }
    if (!(await findAccount(tx, whose))) return err({ code: 'person.unknown' })
    await removeTotp(tx, whose)
    const passkeys = await removePasskeysOf(tx, whose)
    const sessions = await endSessions(tx, { ...whose, except: null, now: ctx.now() })
    await forgetBrowsers(tx, whose)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'second-factor.reset',
      object: { kind: 'person', id: personId },
      detail: { passkeys, sessions },
    })
    return ok(null)
  })
}
