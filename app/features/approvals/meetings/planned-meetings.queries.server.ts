import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { MeetingForm } from '../matter.domain.ts'

/** A meeting, or a circular, that still takes something on its agenda. */
export type PlannedMeeting = Readonly<{
  id: string
  bodyId: string
  bodyName: string
  form: MeetingForm
  number: string
  heldOn: IsoDay
}>

/** Meetings that were not held yet, the next first. */
export const listPlannedMeetings = (ctx: Ctx): Promise<readonly PlannedMeeting[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('meeting')
      .innerJoin('meeting_body as body', (join) =>
        join.onRef('body.agency_id', '=', 'meeting.agency_id').onRef('body.id', '=', 'meeting.body_id'),
      )
      .select([
        'meeting.id',
        'meeting.body_id',
        'body.name',
        'meeting.form',
        'meeting.number',
        'meeting.held_on',
      ])
      .where('meeting.agency_id', '=', ctx.agency.id)
      .where('meeting.state', '=', 'planned')
      .orderBy('meeting.held_on')
      .orderBy('meeting.id')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      bodyId: row.body_id,
      bodyName: row.name,
      form: row.form as MeetingForm,
      number: row.number,
      heldOn: row.held_on,
    }))
  })
