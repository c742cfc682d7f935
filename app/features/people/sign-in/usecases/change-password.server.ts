import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { queueMail } from '../../../../platform/mail/queue-mail.server.ts'
import { findAccount, savePassword } from '../credential.repo.server.ts'
import { voidLinks } from '../link.repo.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { faultOfPassword } from '../password.domain.ts'
import { holdPerson } from '../person.repo.server.ts'
import { isFresh } from '../session.domain.ts'
import { endSessions } from '../session.repo.server.ts'
import type { SignInError } from '../sign-in.errors.ts'
import type { SignInTools } from '../sign-in-tools.server.ts'
import { passwordChangedMail } from '../text/index.ts'
import { giveTriesBack, takeTries, triedFrom, triesAt } from '../tries.server.ts'

export type ChangePassword = Readonly<{
  signedIn: OwnSession
  /** Null for who has none yet. */
  current: string | null
  password: string
  network: string
  browserToken: string | null
}>

/**
 * Sets one's own password. Who has one must give it; who has none must have signed in a short time ago. Every other session
 * and every open link ends, and the person is told by mail.
 */
export async function changePassword(
  ctx: Ctx,
  tools: SignInTools,
  input: ChangePassword,
): Promise<Result<null, SignInError>> {
  const { person } = input.signedIn
  const whose = { agencyId: ctx.agency.id, personId: person.id }
  const account = await withAgency(ctx.db, ctx.agency.id, (tx) => findAccount(tx, whose))
  if (!account) return err({ code: 'session.unknown' })
  if (account.passwordHash === null && !isFresh(input.signedIn.authenticatedAt, ctx.now()))
    return err({ code: 'session.not-fresh' })
  if (account.passwordHash !== null) {
    const tries = triesAt(ctx, {
      what: 'password',
      account: person.id,
      from: await triedFrom(ctx, { personId: person.id, network: input.network, token: input.browserToken }),
    })
    const wait = await takeTries(tools, tries)
    if (wait > 0) return err({ code: 'sign-in.too-many', wait })
    if (!(await tools.isPassword(input.current ?? '', account.passwordHash)))
      return err({ code: 'password.current-wrong' })
    await giveTriesBack(tools, tries)
  }
  const fault = faultOfPassword(input.password, [account.name, account.email ?? '', ctx.agency.code])
  if (fault !== null) return err({ code: fault })
  const hash = await tools.hashPassword(input.password)
  return inTransaction<null, SignInError>(ctx, async (tx) => {
    const now = ctx.now()
    // Hashing took a while: what was changed or forbidden meanwhile stands.
    await holdPerson(tx, whose)
    const held = await findAccount(tx, whose)
    if (!held) return err({ code: 'session.unknown' })
    if (held.passwordHash !== account.passwordHash) return err({ code: 'password.current-wrong' })
    await savePassword(tx, whose, hash, now)
    await voidLinks(tx, { ...whose, purposes: ['invitation', 'password-reset', 'sign-in'], now })
    await endSessions(tx, { ...whose, except: input.signedIn.sessionId, now })
    if (account.email !== null)
      await queueMail(tx, {
        agencyId: ctx.agency.id,
        to: { address: account.email, name: account.name },
        lang: account.lang,
        kind: 'password-changed',
        message: passwordChangedMail(account.lang, { name: account.name }),
        expiresAt: null,
        personId: person.id,
        at: now,
      })
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'password.set',
      object: { kind: 'person', id: person.id },
      detail: {},
    })
    return ok(null)
  })
}
