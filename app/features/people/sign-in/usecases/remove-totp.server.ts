import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { hasPasskey, removeTotp as remove } from '../credential.repo.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { holdPerson } from '../person.repo.server.ts'
import { isFresh, needsSecondFactor } from '../session.domain.ts'
import type { SignInError } from '../sign-in.errors.ts'

/** Takes one's own authenticator app away, with its recovery codes; a role that needs two factors must keep another way. */
export function removeOwnTotp(
  ctx: Ctx,
  { signedIn }: { signedIn: OwnSession },
): Promise<Result<null, SignInError>> {
  return inTransaction<null, SignInError>(ctx, async (tx) => {
    const whose = { agencyId: ctx.agency.id, personId: signedIn.person.id }
    await holdPerson(tx, whose)
    if (!isFresh(signedIn.authenticatedAt, ctx.now())) return err({ code: 'session.not-fresh' })
    if (needsSecondFactor(signedIn.actor.roles) && !(await hasPasskey(tx, whose)))
      return err({ code: 'second-factor.needed' })
    if (!(await remove(tx, whose))) return err({ code: 'second-factor.not-started' })
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'second-factor.removed',
      object: { kind: 'person', id: signedIn.person.id },
      detail: { method: 'totp' },
    })
    return ok(null)
  })
}
