import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { countWays } from '../credential.repo.server.ts'
import { removeIdentity } from '../identity.repo.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { holdPerson } from '../person.repo.server.ts'
import { isFresh } from '../session.domain.ts'
import type { SignInError } from '../sign-in.errors.ts'

export type UnlinkIdentity = Readonly<{ signedIn: OwnSession; issuer: string; subject: string }>

/** Takes an account at a provider off oneself; another way to sign in must be left. */
export function unlinkIdentity(
  ctx: Ctx,
  { signedIn, issuer, subject }: UnlinkIdentity,
): Promise<Result<null, SignInError>> {
  return inTransaction<null, SignInError>(ctx, async (tx) => {
    const whose = { agencyId: ctx.agency.id, personId: signedIn.person.id }
    if (!isFresh(signedIn.authenticatedAt, ctx.now())) return err({ code: 'session.not-fresh' })
    await holdPerson(tx, whose)
    if (!(await removeIdentity(tx, { ...whose, issuer, subject }))) return err({ code: 'oidc.not-linked' })
    if ((await countWays(tx, whose)) === 0) return err({ code: 'way.last' })
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'identity.unlinked',
      object: { kind: 'person', id: signedIn.person.id },
      detail: { issuer },
    })
    return ok(null)
  })
}
