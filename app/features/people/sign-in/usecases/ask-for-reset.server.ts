import { ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { queueMail } from '../../../../platform/mail/queue-mail.server.ts'
import { findAccountByEmail } from '../credential.repo.server.ts'
import { foldEmail, linkAddress } from '../link.domain.ts'
import { issueLink } from '../link.repo.server.ts'
import { actorOf } from '../open-session.server.ts'
import type { SignInTools } from '../sign-in-tools.server.ts'
import { resetMail } from '../text/index.ts'

export type AskForReset = Readonly<{ email: string; network: string; origin: string }>

/**
 * Sends a link to set a new password, if there is such an account. Answers the same in every case, too many included: who
 * has an account is nobody's business, and a mailbox is not to be flooded.
 */
export async function askForReset(
  ctx: Ctx,
  tools: SignInTools,
  { email: typed, network, origin }: AskForReset,
): Promise<Result<null, never>> {
  const email = foldEmail(typed)
  if (email === null) return ok(null)
  // A network that asked too often uses up nobody's own asking.
  if ((await tools.limits.take('network-reset', `${ctx.agency.id} ${network}`)) > 0) return ok(null)
  if ((await tools.limits.take('account-reset', `${ctx.agency.id} ${email}`)) > 0) return ok(null)
  return inTransaction<null, never>(ctx, async (tx) => {
    const { id: agencyId } = ctx.agency
    const account = await findAccountByEmail(tx, agencyId, email)
    if (!account) return ok(null)
    const { personId, lang, name } = account
    const now = ctx.now()
    const actor = actorOf(account)
    const { token, expiresAt } = await issueLink(tx, {
      agencyId,
      personId,
      purpose: 'password-reset',
      createdBy: name,
      now,
    })
    await queueMail(tx, {
      agencyId,
      to: { address: email, name },
      lang,
      kind: 'password-reset',
      message: resetMail(lang, { name, url: linkAddress(origin, lang, token) }),
      expiresAt,
      personId,
      at: now,
    })
    await writeAudit(tx, {
      agencyId,
      actor,
      action: 'link.issued',
      object: { kind: 'person', id: personId },
      detail: { purpose: 'password-reset' },
    })
    return ok(null)
  })
}
