import type { Transporter } from 'nodemailer'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Mailbox } from './mail-address.ts'
import { type MailFault, mailFaultOf } from './mail-fault.ts'
import type { MailSettings } from './mail-settings.ts'

/** One mail as the server gets it. */
export type Letter = Readonly<{
  id: string
  lang: string
  to: Mailbox
  subject: string
  textBody: string
  htmlBody: string
}>

/** Hands one mail to the server; answers within `LONGEST_DELIVERY_MS`, and never while the connection still works on it. */
export type Deliver = (letter: Letter) => Promise<Result<null, MailFault>>

export const LONGEST_DELIVERY_MS = 60_000
const LONGEST_CONNECT_MS = 15_000
const LONGEST_SILENCE_MS = 30_000

/** The way to the mail server of the settings. A connection for each mail: none is kept while there is nothing to send. */
export function createDelivery({ smtpUrl, from }: NonNullable<MailSettings>): Deliver {
  let transport: Promise<Transporter> | undefined
  const domain = from.address.slice(from.address.indexOf('@') + 1)
  return async ({ id, lang, to, subject, textBody, htmlBody }) => {
    try {
      transport ??= transportTo(new URL(smtpUrl))
      await (await transport).sendMail({
        from: header(from),
        to: header(to),
        envelope: { from: from.address, to: to.address },
        subject,
        text: textBody,
        html: htmlBody,
        // The same at every attempt, so that a mail which arrives twice is known to be one.
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': lang },
        signal: AbortSignal.timeout(LONGEST_DELIVERY_MS),
      })
      return ok(null)
    } catch (error) {
      return err(mailFaultOf(error))
    }
  }
}

const header = ({ name, address }: Mailbox) => ({ name: name ?? '', address })

/** The library is loaded with the first mail: a server that sends none does without it. */
async function transportTo(url: URL): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  const user = decodeURIComponent(url.username)
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const secure = url.protocol === 'smtps:'
  return createTransport({
    host,
    secure,
    port: Number(url.port) || (secure ? 465 : 587),
    ...(user ? { auth: { user, pass: decodeURIComponent(url.password) } } : {}),
    // A password does not leave this machine in the clear.
    requireTLS: !secure && user !== '' && !isThisMachine(host),
    connectionTimeout: LONGEST_CONNECT_MS,
    dnsTimeout: LONGEST_CONNECT_MS,
    greetingTimeout: LONGEST_CONNECT_MS,
    socketTimeout: LONGEST_SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')
