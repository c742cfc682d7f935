import type { Db } from '../../../../platform/db/database.server.ts'
import { type Tx, withAgency, withoutAgency } from '../../../../platform/db/tenant.server.ts'
import { writeFault } from '../../../../platform/mail/mail-fault.ts'

/** What must not come back to life, by count. */
export type Ended = Readonly<{ sessions: number; links: number; mails: number; uploads: number }>

/**
 * Ends what was open when a backup was taken: sessions and links that may have been ended since, mail that may have gone out
 * since, uploads whose pieces are in no backup. What an agency did is not touched: its log and its publications stay as they
 * were. May be done again.
 */
export async function endWhatWasOpen(db: Db, agencyIds: readonly string[], at: Date): Promise<Ended> {
  const all = { sessions: 0, links: 0, mails: 0, uploads: 0 }
  for (const agencyId of agencyIds) {
    const ended = await withAgency(db, agencyId, (tx) => endOfAgency(tx, agencyId, at))
    for (const key of Object.keys(all) as (keyof Ended)[]) all[key] += ended[key]
  }
  await withoutAgency(db, (tx) => tx.updateTable('job_run').set({ holder: null, held_until: null }).execute())
  return all
}

async function endOfAgency(tx: Tx, agencyId: string, at: Date): Promise<Ended> {
  const sessions = await tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('agency_id', '=', agencyId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const links = await tx
    .updateTable('one_time_link')
    .set({ used_at: at })
    .where('agency_id', '=', agencyId)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  // The secret address of a calendar may have been given up since; making another costs one click.
  await tx
    .updateTable('reminder_setting')
    .set({ calendar_hash: null })
    .where('agency_id', '=', agencyId)
    .where('calendar_hash', 'is not', null)
    .execute()
  // A browser that was known may have been given up since; knowing it anew costs one letter.
  for (const table of ['sign_in_attempt', 'kept_form', 'known_browser'] as const)
    await tx.deleteFrom(table).where('agency_id', '=', agencyId).execute()
  const uploads = await tx
    .deleteFrom('upload')
    .where('agency_id', '=', agencyId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return {
    sessions: Number(sessions.numUpdatedRows),
    links: Number(links.numUpdatedRows),
    mails: await holdBackMail(tx, agencyId),
    uploads: Number(uploads.numDeletedRows),
  }
}

/** Letters with a link, which has ended with the others, lose their text; the rest wait for somebody to send them again. */
async function holdBackMail(tx: Tx, agencyId: string): Promise<number> {
  const outdated = await tx
    .updateTable('mail_outbox')
    .set({ state: 'expired', claimed_until: null, text_body: null, html_body: null })
    .where('agency_id', '=', agencyId)
    .where('state', 'in', ['queued', 'sending', 'withheld', 'failed'])
    .where('expires_at', 'is not', null)
    .executeTakeFirst()
  const held = await tx
    .updateTable('mail_outbox')
    .set({
      state: 'failed',
      claimed_until: null,
      last_error: writeFault({ code: 'restored', numbers: null }),
    })
    .where('agency_id', '=', agencyId)
    .where('state', 'in', ['queued', 'sending', 'withheld'])
    .executeTakeFirst()
  return Number(outdated.numUpdatedRows) + Number(held.numUpdatedRows)
}
