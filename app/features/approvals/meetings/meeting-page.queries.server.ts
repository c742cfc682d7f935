import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import type { Decision, MatterKind } from '../matter.domain.ts'
import { readAgenda } from './agenda.repo.server.ts'
import type { AgendaItem, Meeting } from './meeting.domain.ts'
import { findMeeting } from './meeting.repo.server.ts'

/** An item as the page of its meeting lists it. */
export type ListedItem = AgendaItem &
  Readonly<{
    matter: Readonly<{ kind: MatterKind; contentHash: string }> | null
    resolution: Readonly<{ id: string; decision: Decision }> | null
  }>

export type MeetingPage = Readonly<{ meeting: Meeting; items: readonly ListedItem[] }>

/** A meeting with its agenda; null where there is none. */
export function findMeetingPage(ctx: Ctx, meetingId: string): Promise<MeetingPage | null> {
  const agencyId = ctx.agency.id
  return withAgency(ctx.db, agencyId, async (tx) => {
    const meeting = await findMeeting(tx, { agencyId, id: meetingId })
    if (!meeting) return null
    const more = await readMore(tx, { agencyId, meetingId })
    const items = await readAgenda(tx, { agencyId, meetingId })
    return {
      meeting,
      items: items.map((item) => ({ ...item, ...(more.get(item.id) ?? { matter: null, resolution: null }) })),
    }
  })
}

async function readMore(tx: Tx, { agencyId, meetingId }: Readonly<{ agencyId: string; meetingId: string }>) {
  const rows = await tx
    .selectFrom('agenda_item as item')
    .leftJoin('matter', (join) =>
      join.onRef('matter.agency_id', '=', 'item.agency_id').onRef('matter.id', '=', 'item.matter_id'),
    )
    .leftJoin('resolution', (join) =>
      join
        .onRef('resolution.agency_id', '=', 'item.agency_id')
        .onRef('resolution.agenda_item_id', '=', 'item.id')
        .on('resolution.withdrawn_at', 'is', null),
    )
    .select([
      'item.id',
      'matter.kind',
      'matter.content_hash',
      'resolution.id as resolution_id',
      'resolution.decision',
    ])
    .where('item.agency_id', '=', agencyId)
    .where('item.meeting_id', '=', meetingId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        matter:
          row.kind === null || row.content_hash === null
            ? null
            : { kind: row.kind as MatterKind, contentHash: row.content_hash },
        resolution:
          row.resolution_id === null ? null : { id: row.resolution_id, decision: row.decision as Decision },
      },
    ]),
  )
}
