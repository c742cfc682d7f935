import { err, ok, type Result } from '../../../../kernel/result.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { endSession as end, endSessions as endAll, forgetBrowsers } from '../session.repo.server.ts'
import type { SignInError } from '../sign-in.errors.ts'

/** `this`: sign out here. A session's identifier: end that one of one's own. `others` or `all`: sign out elsewhere, everywhere. */
export type WhichSessions =
  | Readonly<{ kind: 'this' | 'others' | 'all' }>
  | Readonly<{ kind: 'one'; sessionId: string }>

/** Ends sessions of one's own. Everywhere means that browsers are strangers again, too. Gives how many ended. */
export function endOwnSessions(
  ctx: Ctx,
  { signedIn, which }: { signedIn: OwnSession; which: WhichSessions },
): Promise<Result<number, SignInError>> {
  return inTransaction<number, SignInError>(ctx, async (tx) => {
    const whose = { agencyId: ctx.agency.id, personId: signedIn.person.id, now: ctx.now() }
    const sessionId = which.kind === 'one' ? which.sessionId : signedIn.sessionId
    const isOne = which.kind === 'one' || which.kind === 'this'
    if (isOne && !isUuid(sessionId)) return err({ code: 'session.unknown' })
    if (isOne && !(await end(tx, { ...whose, sessionId }))) return err({ code: 'session.unknown' })
    const ended = isOne
      ? 1
      : await endAll(tx, { ...whose, except: which.kind === 'others' ? signedIn.sessionId : null })
    if (!isOne) await forgetBrowsers(tx, whose)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: which.kind === 'this' ? 'session.ended' : 'session.revoked',
      object: isOne ? { kind: 'session', id: sessionId } : { kind: 'person', id: signedIn.person.id },
      detail: { count: ended, which: which.kind },
    })
    return ok(ended)
  })
}
