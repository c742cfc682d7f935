/** Why a mail did not go out. The codes are contracts: they stand in the database. */
const MAIL_FAULTS = [
  'server-unreachable',
  'server-timeout',
  'secure-connection-failed',
  'sign-in-refused',
  'sender-refused',
  'recipient-refused',
  'message-refused',
  /** Whoever sent it ended in the middle of it, every time. */
  'interrupted',
  /** It waited when a backup was taken that was put back since: it may have gone out in between. */
  'restored',
  'unknown',
] as const
export type MailFaultCode = (typeof MAIL_FAULTS)[number]

/** `numbers` are those of the server's answer, such as "550 5.1.1"; its words are not kept, they may quote an address. */
export type MailFault = Readonly<{ code: MailFaultCode; numbers: string | null }>

type SmtpError = Readonly<{
  code?: unknown
  /** The system's code, where `code` only says that the connection broke. */
  originalCode?: unknown
  command?: unknown
  response?: unknown
  responseCode?: unknown
}>

const OF_CERTIFICATE = /CERT|SIGNATURE|_SSL_|_TLS_|EPROTO/

/** What an error of the mail library means. */
export function mailFaultOf(thrown: unknown): MailFault {
  const error = thrown as SmtpError
  const { responseCode, response } = error
  const enhanced =
    typeof response === 'string' ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : null
  const numbers = [typeof responseCode === 'number' ? String(responseCode) : null, enhanced ?? null]
  return { code: codeOf(error), numbers: numbers.filter((part) => part !== null).join(' ') || null }
}

function codeOf({ code, originalCode, command }: SmtpError): MailFaultCode {
  if (code === 'EENVELOPE' && command === 'MAIL FROM') return 'sender-refused'
  if (code === 'EENVELOPE' && command === 'RCPT TO') return 'recipient-refused'
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'message-refused'
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'sign-in-refused'
  if (code === 'ETLS' || OF_CERTIFICATE.test(String(originalCode))) return 'secure-connection-failed'
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'server-timeout'
  if (['ECONNECTION', 'ESOCKET', 'EDNS', 'EPROTOCOL'].includes(String(code))) return 'server-unreachable'
  return 'unknown'
}

/**
 * Whether another attempt would get the same answer: the server refuses this recipient or this message for good (5xx).
 * 503 speaks of the session. A refused sender or sign-in is a matter of the settings, which somebody may put right.
 */
export const isPermanent = ({ code, numbers }: MailFault): boolean =>
  (code === 'recipient-refused' || code === 'message-refused') && numbers !== null && /^5(?!03)/.test(numbers)

/** Whether every other mail would meet the same fault now. */
export const concernsServer = ({ code }: MailFault): boolean =>
  code !== 'recipient-refused' && code !== 'message-refused' && code !== 'unknown'

/** As it stands in the database. */
export const writeFault = ({ code, numbers }: MailFault): string =>
  numbers === null ? code : `${code} ${numbers}`

export function readFault(text: string): MailFault {
  const [code = '', ...numbers] = text.split(' ')
  const known = MAIL_FAULTS.find((fault) => fault === code) ?? 'unknown'
  return { code: known, numbers: numbers.join(' ') || null }
}
