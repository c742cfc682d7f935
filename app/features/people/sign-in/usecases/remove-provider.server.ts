import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { removeProvider as remove } from '../provider.repo.server.ts'
import { isFresh } from '../session.domain.ts'
import type { SignInError } from '../sign-in.errors.ts'

/** Removes an identity provider: from now on nobody signs in with it. Sessions that are open stay open. */
export function removeProvider(
  ctx: Ctx,
  { signedIn, id }: { signedIn: OwnSession; id: string },
): Promise<Result<null, SignInError>> {
  return inTransaction<null, SignInError>(ctx, async (tx) => {
    const { id: agencyId } = ctx.agency
    const refusal = refusalOf(PEOPLE_POLICY, 'provider.change', ctx.actor)
    if (refusal) return err(refusal)
    if (!isFresh(signedIn.authenticatedAt, ctx.now())) return err({ code: 'session.not-fresh' })
    if (!(await remove(tx, { agencyId, id, now: ctx.now() }))) return err({ code: 'oidc.unknown-provider' })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'provider.removed',
      object: { kind: 'provider', id },
      detail: {},
    })
    return ok(null)
  })
}
