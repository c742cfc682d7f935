import type { Tx } from '../../platform/db/tenant.server.ts'

/** Agenda items (`item`) with their meeting and its body: the road that most questions of this room take. */
export const itemsInMeetings = (tx: Tx) =>
  tx
    .selectFrom('agenda_item as item')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.agency_id', '=', 'item.agency_id').onRef('meeting.id', '=', 'item.meeting_id'),
    )
    .innerJoin('meeting_body as body', (join) =>
      join.onRef('body.agency_id', '=', 'meeting.agency_id').onRef('body.id', '=', 'meeting.body_id'),
    )

/** Resolutions, withdrawn ones too, with their item, its meeting and the body that decided. */
export const resolutionsOfBodies = (tx: Tx) =>
  itemsInMeetings(tx).innerJoin('resolution', (join) =>
    join
      .onRef('resolution.agency_id', '=', 'item.agency_id')
      .onRef('resolution.agenda_item_id', '=', 'item.id'),
  )
