import type { Selectable } from 'kysely'
import type { Language } from '../../i18n/language.ts'
import type { Schema } from '../db/schema.ts'
import type { Tx } from '../db/tenant.server.ts'
import type { Mailbox } from './mail-address.ts'
import { type MailFault, readFault } from './mail-fault.ts'
import { isMailId, type MailState } from './outbox.repo.server.ts'

/** One mail of the outbox as a list shows it. */
export type OutboxRow = Readonly<{
  id: string
  kind: string
  lang: Language
  to: Mailbox
  subject: string
  state: MailState
  attempts: number
  /** When a queued mail is tried next. */
  nextAttemptAt: Date
  /** Why the last attempt failed; null when there was none that did. */
  lastFault: MailFault | null
  createdAt: Date
  sentAt: Date | null
  expiresAt: Date | null
}>

export type OutboxPage = Readonly<{ rows: readonly OutboxRow[]; page: number; pages: number; total: number }>

const ROWS_A_PAGE = 50

const LISTED = [
  'id',
  'kind',
  'lang',
  'to_name',
  'to_address',
  'subject',
  'state',
  'attempts',
  'next_attempt_at',
  'last_error',
  'created_at',
  'sent_at',
  'expires_at',
] as const

/** The outbox of an agency, the latest first. `page` counts from 1; one beyond the last gives the last. */
export async function listOutbox(
  tx: Tx,
  { agencyId, state, page }: { agencyId: string; state?: MailState; page: number },
): Promise<OutboxPage> {
  const chosen = tx
    .selectFrom('mail_outbox')
    .where('agency_id', '=', agencyId)
    .$if(state !== undefined, (rows) => rows.where('state', '=', state as MailState))
  const counted = await chosen
    .select((row) => row.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  const total = Number(counted.total)
  const pages = Math.max(1, Math.ceil(total / ROWS_A_PAGE))
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const rows = await chosen
    .select(LISTED)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(ROWS_A_PAGE)
    .offset((shown - 1) * ROWS_A_PAGE)
    .execute()
  return { rows: rows.map(outboxRow), page: shown, pages, total }
}

/** One mail of the outbox as a list shows it, and whether its text is still there; null when there is none. */
export async function findOutboxRow(
  tx: Tx,
  { agencyId, id }: { agencyId: string; id: string },
): Promise<(OutboxRow & Readonly<{ isReadable: boolean }>) | null> {
  if (!isMailId(id)) return null
  const row = await tx
    .selectFrom('mail_outbox')
    .select(LISTED)
    .select((select) => select('text_body', 'is not', null).as('is_readable'))
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...outboxRow(row), isReadable: row.is_readable === true } : null
}

/** A mail with its text, as text and as an HTML page. */
export type OutboxMail = OutboxRow & Readonly<{ textBody: string; htmlBody: string }>

/**
 * A mail that was not sent, with its whole text. Null when there is none, and when its text was erased since it was sent
 * or its link has ended. The text may hold a link by which its recipient signs in: show it to whoever may do that.
 */
export async function findOutboxMail(
  tx: Tx,
  { agencyId, id }: { agencyId: string; id: string },
): Promise<OutboxMail | null> {
  if (!isMailId(id)) return null
  const row = await tx
    .selectFrom('mail_outbox')
    .select([...LISTED, 'text_body', 'html_body'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.text_body === null || row.html_body === null) return null
  return { ...outboxRow(row), textBody: row.text_body, htmlBody: row.html_body }
}

const outboxRow = (row: Pick<Selectable<Schema['mail_outbox']>, (typeof LISTED)[number]>): OutboxRow => ({
  id: row.id,
  kind: row.kind,
  lang: row.lang as Language,
  to: { name: row.to_name, address: row.to_address },
  subject: row.subject,
  state: row.state as MailState,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  lastFault: row.last_error === null ? null : readFault(row.last_error),
  createdAt: row.created_at,
  sentAt: row.sent_at,
  expiresAt: row.expires_at,
})
