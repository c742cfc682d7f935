import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { countWays, findTotp, hasPasskey } from '../credential.repo.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { removePasskey as remove } from '../passkey.repo.server.ts'
import { holdPerson } from '../person.repo.server.ts'
import { isFresh, needsSecondFactor } from '../session.domain.ts'
import type { SignInError } from '../sign-in.errors.ts'

/**
 * Takes one of one's own passkeys away. Another way to sign in must be left, and for a role that needs two factors another
 * passkey or the authenticator app.
 */
export function removeOwnPasskey(
  ctx: Ctx,
  { signedIn, passkeyId }: { signedIn: OwnSession; passkeyId: string },
): Promise<Result<null, SignInError>> {
  return inTransaction<null, SignInError>(ctx, async (tx) => {
    const whose = { agencyId: ctx.agency.id, personId: signedIn.person.id }
    if (!isFresh(signedIn.authenticatedAt, ctx.now())) return err({ code: 'session.not-fresh' })
    await holdPerson(tx, whose)
    if (!(await remove(tx, { ...whose, id: passkeyId }))) return err({ code: 'passkey.unknown' })
    if ((await countWays(tx, whose)) === 0) return err({ code: 'way.last' })
    const isEnough = (await hasPasskey(tx, whose)) || (await findTotp(tx, whose))?.isConfirmed === true
    if (needsSecondFactor(signedIn.actor.roles) && !isEnough) return err({ code: 'second-factor.needed' })
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'passkey.removed',
      object: { kind: 'person', id: whose.personId },
      detail: { passkey: passkeyId },
    })
    return ok(null)
  })
}
