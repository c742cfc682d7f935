import { sql } from 'kysely'
import { refusalOf } from '../../../kernel/permission.ts'
import { searchedWords } from '../../../kernel/search-fold.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { itemsInMeetings } from '../in-meeting.queries.server.ts'
import type { MeetingForm } from '../matter.domain.ts'

/** An item of an agenda in which the words of a search occur, or in its resolution, or in what its meeting is called. */
export type AgendaHit = Readonly<{
  agendaItemId: string
  title: string
  details: string | null
  /** The one that stands; null while there is none. */
  wording: string | null
  bodyName: string
  meetingNumber: string
  form: MeetingForm
  heldOn: IsoDay
}>

/** Items in which every word of a text occurs, the latest meeting first; none where the actor may not read meetings. */
export async function searchMeetings(
  ctx: Ctx,
  { text, limit }: Readonly<{ text: string; limit: number }>,
): Promise<readonly AgendaHit[]> {
  const words = searchedWords(text)
  if (words.length === 0 || refusalOf(APPROVALS_POLICY, 'meeting.read', ctx.actor)) return []
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    let query = itemsInMeetings(tx)
      .leftJoin('resolution', (join) =>
        join
          .onRef('resolution.agency_id', '=', 'item.agency_id')
          .onRef('resolution.agenda_item_id', '=', 'item.id')
          .on('resolution.withdrawn_at', 'is', null),
      )
      .select([
        'item.id',
        'item.title',
        'item.details',
        'resolution.wording',
        'body.name',
        'meeting.number',
        'meeting.form',
        'meeting.held_on',
      ])
      .where('item.agency_id', '=', ctx.agency.id)
      .where('item.removed_at', 'is', null)
    // A position, not a pattern: % and _ are characters like others.
    for (const word of words)
      query = query.where(
        sql<boolean>`position(fold_search(${word}) in fold_search(concat_ws(' ', item.title, item.details,
          resolution.wording, body.name, meeting.number))) > 0`,
      )
    const rows = await query.orderBy('meeting.held_on', 'desc').orderBy('item.id').limit(limit).execute()
    return rows.map((row) => ({
      agendaItemId: row.id,
      title: row.title,
      details: row.details,
      wording: row.wording,
      bodyName: row.name,
      meetingNumber: row.number,
      form: row.form as MeetingForm,
      heldOn: row.held_on,
    }))
  })
}
