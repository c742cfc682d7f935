import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived: `recipients` are those of the envelope, `raw` is every byte of it. */
export type ArrivedMail = ParsedMail & Readonly<{ recipients: readonly string[]; raw: string }>

export type MailServer = Readonly<{
  /** For SMTP_URL. */
  url: string
  port: number
  arrived: readonly ArrivedMail[]
  /** How many times somebody tried to sign in. */
  signIns: () => number
  /** Resolves when so many mails have arrived since the server was opened. */
  until: (count: number) => Promise<void>
  close: () => Promise<void>
}>

type Answers = Readonly<{
  port?: number
  secure?: boolean
  /** The code with which a recipient is refused; null takes it. */
  refuse?: (address: string) => number | null
  /** The code with which the text of a mail is refused. */
  refuseText?: (raw: string) => number | null
  user?: string
  password?: string
  /** Waited for before a mail is said to be taken. */
  beforeTaking?: () => Promise<void>
}>

/** A real mail server on this machine, which keeps what it gets. */
export async function openMailServer(answers: Answers = {}): Promise<MailServer> {
  const { refuse = () => null, refuseText = () => null, user, password } = answers
  const arrived: ArrivedMail[] = []
  let signIns = 0
  const waiting: { count: number; resolve: () => void }[] = []
  const take = async (stream: NodeJS.ReadableStream, recipients: readonly string[]) => {
    const raw = await buffer(stream)
    await answers.beforeTaking?.()
    const code = refuseText(raw.toString())
    if (code !== null) throw refusal(code)
    arrived.push({ ...(await simpleParser(raw)), recipients, raw: raw.toString() })
    for (const { count, resolve } of waiting) if (arrived.length >= count) resolve()
  }
  const server = new SMTPServer({
    secure: answers.secure ?? false,
    authOptional: user === undefined,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => {
      signIns++
      if (auth.username === user && auth.password === password) done(null, { user })
      else done(refusal(535))
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = refuse(address)
      done(code === null ? null : refusal(code))
    },
    onData: (stream, session, done) =>
      void take(
        stream,
        session.envelope.rcptTo.map((to) => to.address),
      ).then(
        () => done(),
        (error) => done(error),
      ),
  })
  // A client that hangs up is no fault of the test.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(answers.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const signIn =
    user === undefined ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password ?? '')}@`
  return {
    url: `${answers.secure ? 'smtps' : 'smtp'}://${signIn}127.0.0.1:${port}`,
    port,
    arrived,
    signIns: () => signIns,
    until: (count) =>
      new Promise((resolve) => {
        if (arrived.length >= count) resolve()
        else waiting.push({ count, resolve })
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** With an address in its words, as real servers have. */
const refusal = (responseCode: number): Error =>
  Object.assign(new Error('5.1.1 <somchai@agency.example> refused'), { responseCode })
