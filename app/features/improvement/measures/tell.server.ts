import type { Language } from '../../../i18n/language.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import type { MailMessage } from '../../../platform/mail/mail-message.ts'
import { queueMail } from '../../../platform/mail/queue-mail.server.ts'
import { addNotices, type NewNotice } from '../../people/index.server.ts'
import { workAddress } from '../work-address.domain.ts'
import { measureMailText } from './text/index.ts'

/** Which letter says it, for those who are written to. The names are contracts: the outbox is filtered by them. */
export type MeasureLetter =
  | 'measure-submitted'
  | 'measure-returned'
  | 'measure-accepted'
  | 'measure-reopened'
  | 'comment-mentioned'

export type Recipient = Readonly<{ personId: string; name: string; email: string | null; lang: Language }>

export type News = Readonly<{
  kind: NewNotice['kind']
  to: readonly Recipient[]
  /** What it is about, as one line, and where it is, behind /office/. */
  title: string
  part: string
  /** Why, or the words of a comment. */
  reason: string | null
  /** The comment whose words these are, with which the bell withdraws them. */
  commentId?: string
  at: Date
  /** Null: the bell alone. */
  mail: Readonly<{ letter: MeasureLetter; origin: string }> | null
}>

/**
 * Tells people something, in the bell and by mail, in the transaction of what they are told of. Nobody is told what they did
 * themselves, and nobody the same thing twice.
 */
export async function tell(tx: Tx, ctx: Ctx, news: News): Promise<void> {
  const { actor, agency } = ctx
  const distinct = new Map(news.to.map((person) => [person.personId, person]))
  if (actor.kind === 'person') distinct.delete(actor.id)
  const recipients = [...distinct.values()]
  await addNotices(
    tx,
    recipients.map(({ personId }) => ({
      agencyId: agency.id,
      personId,
      kind: news.kind,
      part: news.part,
      detail: {
        title: news.title,
        by: actor.name,
        ...(news.reason === null ? {} : { reason: news.reason }),
      },
      ...(news.commentId === undefined ? {} : { sourceId: news.commentId }),
      at: news.at,
    })),
  )
  if (news.mail === null) return
  for (const { personId, name, email, lang } of recipients) {
    if (email === null || !isMailAddress(email)) continue
    await queueMail(tx, {
      agencyId: agency.id,
      to: { address: email, name },
      lang,
      kind: news.mail.letter,
      message: messageOf(news, news.mail, { name, lang, by: actor.name }),
      expiresAt: null,
      personId,
      at: news.at,
    })
  }
}

function messageOf(
  { title, part, reason }: News,
  { letter, origin }: NonNullable<News['mail']>,
  { name, lang, by }: Readonly<{ name: string; lang: Language; by: string }>,
): MailMessage {
  const text = measureMailText(lang)
  const { subject, lines } = text.letters[letter]
  const said = letter === 'comment-mentioned' ? reason : reason && text.reason(reason)
  return {
    subject: subject(title),
    paragraphs: [...lines({ name, by, title }).split('\n'), ...(said ? [said] : [])],
    action: {
      label: part.startsWith('issues/') ? text.openIssue : text.open,
      url: workAddress(origin, lang, part),
    },
    closing: text.closing,
  }
}
