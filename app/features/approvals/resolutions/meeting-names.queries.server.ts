import type { Language } from '../../../i18n/language.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import type { EvidenceObject, EvidenceObjectKind } from '../../evidence/index.ts'
import { itemsInMeetings } from '../in-meeting.queries.server.ts'
import type { MeetingForm } from '../matter.domain.ts'
import { approvalsTerms } from '../text/index.ts'
import { agendaItemText } from './text/index.ts'

type Named = Readonly<{ title: string; part: string }>

/**
 * What meetings and agenda items are called whose papers are evidence, by `${kind} ${id}`, and the part of their address behind
 * /office/. What is gone, and what is of another room, is left out.
 */
export function findMeetingNames(
  ctx: Ctx,
  uses: readonly EvidenceObject[],
  lang: Language,
): Promise<ReadonlyMap<string, Named>> {
  const idsOf = (kind: EvidenceObjectKind) =>
    uses.filter((use) => use.kind === kind && isUuid(use.id)).map(({ id }) => id)
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const cited = (row: { form: string; name: string; number: string }) =>
      approvalsTerms(lang).cited(row.form as MeetingForm, row.name, row.number)
    const meetings = await meetingsOf(tx, ctx.agency.id, idsOf('meeting'))
    const items = await itemsOf(tx, ctx.agency.id, idsOf('agenda-item'))
    return new Map<string, Named>([
      ...meetings.map(
        (row) => [`meeting ${row.id}`, { title: cited(row), part: `meetings/${row.id}` }] as const,
      ),
      ...items.map((row) => {
        const item = agendaItemText(lang).title(row.item_number, row.title)
        return [
          `agenda-item ${row.id}`,
          { title: `${item} (${cited(row)})`, part: `agenda/${row.id}` },
        ] as const
      }),
    ])
  })
}

async function meetingsOf(tx: Tx, agencyId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('meeting')
    .innerJoin('meeting_body as body', (join) =>
      join.onRef('body.agency_id', '=', 'meeting.agency_id').onRef('body.id', '=', 'meeting.body_id'),
    )
    .select(['meeting.id', 'meeting.form', 'meeting.number', 'body.name'])
    .where('meeting.agency_id', '=', agencyId)
    .where('meeting.id', 'in', ids)
    .execute()
}

async function itemsOf(tx: Tx, agencyId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  return itemsInMeetings(tx)
    .select([
      'item.id',
      'item.title',
      'item.number as item_number',
      'meeting.form',
      'meeting.number',
      'body.name',
    ])
    .where('item.agency_id', '=', agencyId)
    .where('item.id', 'in', ids)
    .where('item.removed_at', 'is', null)
    .execute()
}
