import type { Logger } from 'pino'
import type { Database } from '../db/database.server.ts'
import { createMailRound, type MailRound } from './mail-round.server.ts'
import type { MailSettings } from './mail-settings.ts'
import { nextDueAt } from './outbox.repo.server.ts'
import { createDelivery } from './smtp-delivery.server.ts'

export type MailSender = Readonly<{
  /** Listens for mail that was written, and keeps sending what is due until `stop`. Rejects when it cannot listen. */
  start: () => Promise<void>
  /** Sends what is due now, and resolves when that is done. Never rejects: what went wrong is logged. */
  sendDue: () => Promise<void>
  /** Finishes what is just being sent, and takes nothing more. */
  stop: () => Promise<void>
}>

export type MailSenderParts = Readonly<{
  database: Pick<Database, 'db' | 'listen'>
  /** Null while mail is off: then what is due is withheld, and what has expired is erased. */
  settings: MailSettings
  log: Pick<Logger, 'info' | 'warn' | 'error'>
  now?: () => Date
}>

/** An announcement may get lost, with a pooler or a connection: then the outbox is looked at anyway. */
const LONGEST_PAUSE_MS = 5 * 60_000
const SHORTEST_PAUSE_MS = 1_000
const PAUSE_AFTER_FAULT_MS = 60_000

/**
 * Sends the mail of all agencies after the transaction that wrote it. Several processes may do so at once: each mail is
 * claimed by one. A mail goes out twice only when a process dies, or loses the database, between sending it and saying
 * so; both then carry one Message-ID.
 */
export function createMailSender({
  database,
  settings,
  log,
  now = () => new Date(),
}: MailSenderParts): MailSender {
  const round = createMailRound({ db: database.db, deliver: settings && createDelivery(settings), log, now })
  let started = false
  let timer: NodeJS.Timeout | undefined
  let stopListening = async () => {}
  let running: Promise<void> | null = null
  let isAskedAgain = false

  const sendDue = (): Promise<void> => {
    isAskedAgain = true
    running ??= keepSending()
    return running
  }
  const keepSending = async () => {
    do {
      isAskedAgain = false
      const pause = (await isClean(round, log)) ? SHORTEST_PAUSE_MS : PAUSE_AFTER_FAULT_MS
      await schedule(pause)
    } while (isAskedAgain && !round.isStopped())
    running = null
  }
  const schedule = async (shortest: number) => {
    clearTimeout(timer)
    if (!started) return
    const due = await nextDueAt(database.db, settings !== null).catch(() => null)
    const wait = due === null ? LONGEST_PAUSE_MS : due.getTime() - now().getTime()
    if (round.isStopped()) return
    timer = setTimeout(wake, Math.min(Math.max(wait, shortest), LONGEST_PAUSE_MS))
    timer.unref()
  }
  const wake = () => void sendDue()

  return {
    start: async () => {
      started = true
      stopListening = await database.listen('mail', wake)
      wake()
    },
    sendDue,
    stop: async () => {
      round.stop()
      await stopListening()
      await running
      clearTimeout(timer)
    },
  }
}

/** False when the server, or the database, is away: then there is no use in going on at once. */
async function isClean(round: MailRound, log: MailSenderParts['log']): Promise<boolean> {
  try {
    return await round.run()
  } catch (error) {
    const { code, name } = error as Error & { code?: string }
    log.error({ error: code ?? name }, 'mail-round-failed')
    return false
  }
}
