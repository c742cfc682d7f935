import { type Insertable, type Selectable, sql } from 'kysely'
import { isUuid } from '../../kernel/uuid.ts'
import { announce } from '../db/listen.server.ts'
import type { Db, Schema } from '../db/schema.ts'
import type { Tx } from '../db/tenant.server.ts'
import { type MailFault, writeFault } from './mail-fault.ts'
import type { Letter } from './smtp-delivery.server.ts'

/** The states of a mail; see the table. */
export const MAIL_STATES = ['queued', 'sending', 'sent', 'failed', 'withheld', 'expired'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** What is written in an address of a page may be anything; the database refuses to compare anything. */
export const isMailId = (text: string): boolean => isUuid(text)

type MailKey = Readonly<{ agencyId: string; id: string }>

export async function insertMail(tx: Tx, row: Insertable<Schema['mail_outbox']>): Promise<void> {
  await tx.insertInto('mail_outbox').values(row).execute()
}

/** A failed mail is queued again with all its attempts. False when there is none, or its link has ended. */
export async function retryMail(tx: Tx, { agencyId, id, at }: MailKey & { at: Date }): Promise<boolean> {
  if (!isMailId(id)) return false
  const queued = await tx
    .updateTable('mail_outbox')
    .set({ state: 'queued', attempts: 0, next_attempt_at: at })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', at)]))
    .executeTakeFirst()
  if (queued.numUpdatedRows === 0n) return false
  await announce(tx, 'mail')
  return true
}

/** `isOn`: whether there is a server to send by. */
export type DueAt = Readonly<{ at: Date; isOn: boolean }>

/** When a row asks for something to be done: to be sent, withheld, taken up again or erased. Null: never. */
const dueAt = (isOn: boolean) => sql<Date | null>`case
  when state = 'sending' then claimed_until
  when state = 'queued' or (state = 'withheld' and ${isOn}) then least(next_attempt_at, expires_at)
  else expires_at end`
const IS_OPEN = sql<boolean>`state not in ('sent', 'expired')`

/** The agencies in whose outbox something is due, the longest waiting first. */
export const agenciesWithDue = (db: Db, { at, isOn }: DueAt): Promise<readonly string[]> =>
  asSender(db, async (tx) => {
    const rows = await tx
      .selectFrom('mail_outbox')
      .select('agency_id')
      .where(IS_OPEN)
      .where(dueAt(isOn), '<=', at)
      .groupBy('agency_id')
      .orderBy((row) => row.fn.min('next_attempt_at'))
      .execute()
    return rows.map((row) => row.agency_id)
  })

/** When the next thing is due in any agency; null when nothing is. */
export const nextDueAt = (db: Db, isOn: boolean): Promise<Date | null> =>
  asSender(db, async (tx) => {
    const row = await tx
      .selectFrom('mail_outbox')
      .select(sql<Date | null>`min(${dueAt(isOn)})`.as('at'))
      .where(IS_OPEN)
      .executeTakeFirst()
    return row?.at ?? null
  })

/** How much mail of all agencies waits to be sent, and how much was given up. */
export const countOutbox = (db: Db): Promise<Readonly<{ waiting: number; failed: number }>> =>
  asSender(db, async (tx) => {
    const rows = await tx
      .selectFrom('mail_outbox')
      .select(['state', (row) => row.fn.countAll<string>().as('count')])
      .where(IS_OPEN)
      .groupBy('state')
      .execute()
    const sum = (isOne: (state: string) => boolean) =>
      rows.filter(({ state }) => isOne(state)).reduce((total, { count }) => total + Number(count), 0)
    return { waiting: sum((state) => state !== 'failed'), failed: sum((state) => state === 'failed') }
  })

/** In the role that sees, across agencies, when something is due and nothing else. */
const asSender = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'prongsai_sender', true), set_config('app.agency_id', '', true),
      set_config('statement_timeout', '15s', true)`.execute(tx)
    return work(tx)
  })

/** Whoever claimed it did not come back. */
const isAbandoned = (at: Date) => sql<boolean>`(state = 'sending' and claimed_until <= ${at})`
const isWaiting = (at: Date) => sql<boolean>`(state in ('queued', 'withheld') and next_attempt_at <= ${at})`
const ERASED = { text_body: null, html_body: null } as const

/** What nobody shall send any more, because its link has ended, loses its text. Gives how many. */
export async function expireMail(tx: Tx, { agencyId, at }: { agencyId: string; at: Date }): Promise<number> {
  const expired = await tx
    .updateTable('mail_outbox')
    .set({ state: 'expired', claimed_until: null, ...ERASED })
    .where('agency_id', '=', agencyId)
    .where('expires_at', '<=', at)
    .where(sql<boolean>`(state in ('queued', 'withheld', 'failed') or ${isAbandoned(at)})`)
    .executeTakeFirst()
  return Number(expired.numUpdatedRows)
}

/** Ends at once what still waits of one letter to one person, because a newer one says more than it. */
export async function outdateMail(
  tx: Tx,
  { agencyId, personId, kind, at }: { agencyId: string; personId: string; kind: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('mail_outbox')
    .set({ state: 'expired', claimed_until: null, ...ERASED })
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('created_at', '<', at)
    .where('state', 'in', ['queued', 'withheld', 'failed'])
    .execute()
}

/** What is due while mail is off waits, to be read. Gives how many. */
export async function withholdMail(
  tx: Tx,
  { agencyId, at }: { agencyId: string; at: Date },
): Promise<number> {
  const withheld = await tx
    .updateTable('mail_outbox')
    .set({ state: 'withheld', claimed_until: null })
    .where('agency_id', '=', agencyId)
    .where(sql<boolean>`(state = 'queued' and next_attempt_at <= ${at} or ${isAbandoned(at)})`)
    .executeTakeFirst()
  return Number(withheld.numUpdatedRows)
}

/** Mail whose sender ended in the middle of the last attempt too is given up. Gives how many. */
export async function failAbandoned(
  tx: Tx,
  { agencyId, at, attempts }: { agencyId: string; at: Date; attempts: number },
): Promise<number> {
  const failed = await tx
    .updateTable('mail_outbox')
    .set({
      state: 'failed',
      claimed_until: null,
      last_error: writeFault({ code: 'interrupted', numbers: null }),
    })
    .where('agency_id', '=', agencyId)
    .where('attempts', '>=', attempts)
    .where(isAbandoned(at))
    .executeTakeFirst()
  return Number(failed.numUpdatedRows)
}

/** A mail that one process alone sends, until `until`. `attempt` counts from 1. */
export type ClaimedMail = Letter & Readonly<{ agencyId: string; kind: string; attempt: number; until: Date }>

/** Takes up to `most` mails that are due; what another process is just taking is passed over. */
export async function claimMail(
  tx: Tx,
  { agencyId, at, until, most }: { agencyId: string; at: Date; until: Date; most: number },
): Promise<readonly ClaimedMail[]> {
  const due = await tx
    .selectFrom('mail_outbox')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where(IS_OPEN)
    .where(sql<boolean>`(${isWaiting(at)} or ${isAbandoned(at)})`)
    .orderBy('next_attempt_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  if (due.length === 0) return []
  const rows = await tx
    .updateTable('mail_outbox')
    .set((row) => ({ state: 'sending', claimed_until: until, attempts: row('attempts', '+', 1) }))
    .where('agency_id', '=', agencyId)
    .where(
      'id',
      'in',
      due.map((row) => row.id),
    )
    .returningAll()
    .execute()
  return rows.map((row) => claimed(row, until))
}

const claimed = (row: Selectable<Schema['mail_outbox']>, until: Date): ClaimedMail => ({
  agencyId: row.agency_id,
  id: row.id,
  kind: row.kind,
  lang: row.lang,
  to: { name: row.to_name, address: row.to_address },
  subject: row.subject,
  textBody: row.text_body ?? '',
  htmlBody: row.html_body ?? '',
  attempt: row.attempts,
  until,
})

/** The server took it: its text, which may hold a link, is erased. */
export const markSent = (tx: Tx, mail: ClaimedMail, at: Date): Promise<boolean> =>
  mark(tx, mail, { state: 'sent', sent_at: at, last_error: null, ...ERASED })

/** It did not go out; it is tried again at `nextAttemptAt`, or never when that is null. */
export const markNotSent = (
  tx: Tx,
  mail: ClaimedMail,
  { fault, nextAttemptAt }: { fault: MailFault; nextAttemptAt: Date | null },
): Promise<boolean> =>
  mark(tx, mail, {
    last_error: writeFault(fault),
    ...(nextAttemptAt ? { state: 'queued', next_attempt_at: nextAttemptAt } : { state: 'failed' }),
  })

type Marked = Readonly<{
  state: MailState
  sent_at?: Date
  last_error: string | null
  text_body?: null
  html_body?: null
  next_attempt_at?: Date
}>

/** False when the claim has ended and another has it now. */
async function mark(tx: Tx, { agencyId, id, until }: ClaimedMail, marked: Marked): Promise<boolean> {
  const row = await tx
    .updateTable('mail_outbox')
    .set({ ...marked, claimed_until: null })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('claimed_until', '=', until)
    .executeTakeFirst()
  return row.numUpdatedRows === 1n
}
