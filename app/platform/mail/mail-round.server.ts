import type { Logger } from 'pino'
import type { Db } from '../db/schema.ts'
import { withAgency } from '../db/tenant.server.ts'
import { traceJob, traceOutgoing } from '../telemetry/tracing.server.ts'
import { concernsServer, isPermanent, type MailFault, writeFault } from './mail-fault.ts'
import {
  agenciesWithDue,
  type ClaimedMail,
  claimMail,
  expireMail,
  failAbandoned,
  markNotSent,
  markSent,
  withholdMail,
} from './outbox.repo.server.ts'
import { MOST_ATTEMPTS, nextAttemptAt } from './retry-plan.ts'
import { type Deliver, LONGEST_DELIVERY_MS } from './smtp-delivery.server.ts'

export type MailRoundParts = Readonly<{
  db: Db
  /** Null while mail is off. */
  deliver: Deliver | null
  log: Pick<Logger, 'info' | 'warn' | 'error'>
  now: () => Date
}>

export type MailRound = Readonly<{
  /** Does all that is due. False when it ended early because the server took nothing. */
  run: () => Promise<boolean>
  /** No more mail is taken; what is being sent goes on. */
  stop: () => void
  isStopped: () => boolean
}>

/** So many mails of one agency are sent side by side, before the next agency has its turn. */
const SIDE_BY_SIDE = 4
// Much longer than sending takes, so that nobody takes up what is still being sent.
const CLAIM_MS = 5 * LONGEST_DELIVERY_MS

export function createMailRound({ db, deliver, log, now }: MailRoundParts): MailRound {
  let stopped = false

  const run = (): Promise<boolean> => traceJob('mail', runOnce)

  const runOnce = async (): Promise<boolean> => {
    for (let isMoving = true; isMoving && !stopped; ) {
      isMoving = false
      const agencies = await agenciesWithDue(db, { at: now(), isOn: deliver !== null })
      for (const agencyId of agencies) if ((await settle(agencyId)) > 0) isMoving = true
      for (const agencyId of deliver ? agencies : []) {
        const faults = await sendSome(agencyId)
        if (faults.some((fault) => fault !== null && concernsServer(fault))) return false
        if (faults.length > 0) isMoving = true
      }
    }
    return true
  }

  /** Everything due that needs no server. */
  const settle = (agencyId: string): Promise<number> =>
    withAgency(db, agencyId, async (tx) => {
      const due = { agencyId, at: now() }
      const expired = await expireMail(tx, due)
      const others = deliver
        ? await failAbandoned(tx, { ...due, attempts: MOST_ATTEMPTS })
        : await withholdMail(tx, due)
      return expired + others
    })

  const sendSome = async (agencyId: string): Promise<readonly (MailFault | null)[]> => {
    if (stopped || !deliver) return []
    const at = now()
    const until = new Date(at.getTime() + CLAIM_MS)
    const claim = { agencyId, at, until, most: SIDE_BY_SIDE }
    const mails = await withAgency(db, agencyId, (tx) => claimMail(tx, claim))
    const sent = await Promise.allSettled(mails.map((mail) => sendOne(mail, deliver)))
    return sent.map((one) => {
      if (one.status === 'rejected') throw one.reason
      return one.value
    })
  }

  /** The server is spoken to outside any transaction. */
  const sendOne = async (mail: ClaimedMail, send: Deliver): Promise<MailFault | null> => {
    const { id, kind, attempt } = mail
    const sent = await traceOutgoing('mail', {}, () => send(mail))
    const at = now()
    const fault = sent.ok ? null : sent.error
    const next = fault && !isPermanent(fault) ? nextAttemptAt(attempt, at) : null
    const isOurs = await withAgency(db, mail.agencyId, (tx) =>
      fault ? markNotSent(tx, mail, { fault, nextAttemptAt: next }) : markSent(tx, mail, at),
    )
    const told = { mail: id, kind, attempt }
    if (!fault) log.info(told, 'mail-sent')
    else log.warn({ ...told, fault: writeFault(fault), final: next === null }, 'mail-not-sent')
    if (!isOurs) log.warn(told, 'mail-claim-lost')
    return fault
  }

  return {
    run,
    stop: () => {
      stopped = true
    },
    isStopped: () => stopped,
  }
}
