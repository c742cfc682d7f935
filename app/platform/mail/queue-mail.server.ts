import { randomUUID } from 'node:crypto'
import type { Language } from '../../i18n/language.ts'
import { announce } from '../db/listen.server.ts'
import type { Tx } from '../db/tenant.server.ts'
import { isMailAddress, type Mailbox } from './mail-address.ts'
import type { FramedMail, MailMessage } from './mail-message.ts'
import { bodyText, headerText } from './mail-text.ts'
import { insertMail } from './outbox.repo.server.ts'
import { renderHtml } from './render-html.ts'
import { renderText } from './render-text.ts'

export type OutgoingMail = Readonly<{
  agencyId: string
  to: Mailbox
  /** The language of who receives it. */
  lang: Language
  /** Which letter it is: `password-reset`. A contract: the outbox is filtered by it. */
  kind: string
  message: MailMessage
  /** When its link ends: it is not sent after that. Null for mail that stays true. */
  expiresAt: Date | null
  /** The person of the agency that it goes to, if it is one. */
  personId: string | null
  /** The moment of the change; now when not given. */
  at?: Date
}>

/**
 * Writes a mail into the outbox and gives its identifier. Takes a transaction on purpose: the mail goes out after the
 * change that it tells of was kept, and is lost with it. Throws when the address is none (ask `isMailAddress` before) or
 * the action leads to no web address.
 */
export async function queueMail(tx: Tx, mail: OutgoingMail): Promise<string> {
  const { agencyId, to, lang, expiresAt, personId, at = new Date() } = mail
  if (!isMailAddress(to.address)) throw new Error('mail to what is no address')
  const message = cleaned(mail.message)
  if (message.action && !isWebAddress(message.action.url))
    throw new Error('mail with an action that is no web address')
  const framed: FramedMail = { lang, message, agencyName: await agencyName(tx, agencyId, lang) }
  const id = randomUUID()
  await insertMail(tx, {
    agency_id: agencyId,
    id,
    kind: mail.kind,
    lang,
    person_id: personId,
    to_address: to.address,
    to_name: headerText(to.name ?? '') || null,
    subject: message.subject,
    text_body: renderText(framed),
    html_body: renderHtml(framed),
    state: 'queued',
    next_attempt_at: at,
    created_at: at,
    expires_at: expiresAt,
  })
  await announce(tx, 'mail')
  return id
}

const cleaned = ({ subject, paragraphs, action, closing }: MailMessage): MailMessage => ({
  subject: headerText(subject),
  paragraphs: paragraphs.map(bodyText),
  ...(action ? { action: { label: headerText(action.label), url: action.url } } : {}),
  closing: bodyText(closing),
})

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s\p{Cc}]+$/u.test(text) && URL.canParse(text)

async function agencyName(tx: Tx, agencyId: string, lang: Language): Promise<string> {
  const agency = await tx
    .selectFrom('agency')
    .select(['code', 'name_th', 'name_en'])
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow()
  const names = lang === 'th' ? [agency.name_th, agency.name_en] : [agency.name_en, agency.name_th]
  return bodyText(names.find((name) => name !== null) ?? agency.code)
}
