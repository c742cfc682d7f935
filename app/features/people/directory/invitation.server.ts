import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { queueMail } from '../../../platform/mail/queue-mail.server.ts'
import { linkAddress } from '../sign-in/link.domain.ts'
import { issueLink } from '../sign-in/link.repo.server.ts'
import { invitationMail } from '../sign-in/text/index.ts'

type Invited = Readonly<{ personId: string; name: string; email: string; lang: 'th' | 'en' }>

/** Writes the letter with a new one-time link; earlier invitations of the person lose their force. */
export async function sendInvitation(tx: Tx, ctx: Ctx, invited: Invited, origin: string): Promise<void> {
  const { personId, name, email, lang } = invited
  const now = ctx.now()
  const { token, expiresAt } = await issueLink(tx, {
    agencyId: ctx.agency.id,
    personId,
    purpose: 'invitation',
    createdBy: ctx.actor.name,
    now,
  })
  await queueMail(tx, {
    agencyId: ctx.agency.id,
    to: { address: email, name },
    lang,
    kind: 'invitation',
    message: invitationMail(lang, { name, url: linkAddress(origin, lang, token) }),
    expiresAt,
    personId,
    at: now,
  })
}
