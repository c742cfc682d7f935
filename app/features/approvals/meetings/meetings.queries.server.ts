import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { MeetingForm, MeetingState } from '../matter.domain.ts'

export type ListedMeeting = Readonly<{
  id: string
  bodyId: string
  bodyName: string
  form: MeetingForm
  number: string
  heldOn: IsoDay
  /** Buddhist era. */
  calendarYear: number
  state: MeetingState
  items: number
  /** Items without a resolution that stands. */
  unresolved: number
}>

/** Every meeting of the agency, the latest first. */
export const listMeetings = (ctx: Ctx): Promise<readonly ListedMeeting[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('meeting')
      .innerJoin('meeting_body as body', (join) =>
        join.onRef('body.agency_id', '=', 'meeting.agency_id').onRef('body.id', '=', 'meeting.body_id'),
      )
      .leftJoin('agenda_item as item', (join) =>
        join
          .onRef('item.agency_id', '=', 'meeting.agency_id')
          .onRef('item.meeting_id', '=', 'meeting.id')
          .on('item.removed_at', 'is', null),
      )
      .leftJoin('resolution', (join) =>
        join
          .onRef('resolution.agency_id', '=', 'item.agency_id')
          .onRef('resolution.agenda_item_id', '=', 'item.id')
          .on('resolution.withdrawn_at', 'is', null),
      )
      .select(({ fn }) => [
        'meeting.id',
        'meeting.body_id',
        'body.name',
        'meeting.form',
        'meeting.number',
        'meeting.held_on',
        'meeting.calendar_year',
        'meeting.state',
        fn.count('item.id').as('items'),
        fn.count('resolution.id').as('resolutions'),
      ])
      .where('meeting.agency_id', '=', ctx.agency.id)
      .groupBy(['meeting.agency_id', 'meeting.id', 'body.name'])
      .orderBy('meeting.held_on', 'desc')
      .orderBy('meeting.id')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      bodyId: row.body_id,
      bodyName: row.name,
      form: row.form as MeetingForm,
      number: row.number,
      heldOn: row.held_on,
      calendarYear: row.calendar_year,
      state: row.state as MeetingState,
      items: Number(row.items),
      unresolved: Number(row.items) - Number(row.resolutions),
    }))
  })
