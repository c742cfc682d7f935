import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import { queueMail } from '../../../platform/mail/queue-mail.server.ts'
import type { DeskTools } from '../desk-tools.server.ts'
import { deskMailText } from '../text/index.ts'
import { listFollowers } from './followers.queries.server.ts'
import type { Ticket } from './ticket.domain.ts'

/** What is told: an answer, or that it is over, with what was written. */
type Told = Readonly<{ what: 'answer' | 'interim' | 'closed'; text: string; files: number }>

/**
 * Writes to everybody who follows a ticket and gave an address: who came with it, and who came with what was merged into it.
 * The letter has the words and where to come back; the follow-up number is never in it. Gives how many were written.
 */
export async function mailFollowers(
  tx: Tx,
  ctx: Ctx,
  { followUpAddress }: Pick<DeskTools, 'followUpAddress'>,
  { ticket, what, text, files }: Told & Readonly<{ ticket: Ticket }>,
): Promise<number> {
  const at = ctx.now()
  const followers = await listFollowers(tx, { agencyId: ctx.agency.id, ticketId: ticket.id })
  let written = 0
  for (const { reference, email, name, lang, receivedOn } of followers) {
    if (email === null || !isMailAddress(email)) continue
    const words = deskMailText(lang)
    await queueMail(tx, {
      agencyId: ctx.agency.id,
      to: { name, address: email },
      lang,
      kind: 'ticket-answer',
      message: {
        subject: words.subjects[what](reference),
        paragraphs: [
          words.opening(reference, formatDay(receivedOn, lang)),
          text,
          ...(files > 0 ? [words.files] : []),
          words.comeBack(formatDay(thaiDay(at), lang)),
        ],
        action: { label: words.followUp, url: followUpAddress(ctx.agency, lang) },
        closing: words.closing,
      },
      expiresAt: null,
      personId: null,
      at,
    })
    written += 1
  }
  return written
}
