import type { IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { MeetingForm } from '../matter.domain.ts'
import { type ResolutionTask, taskFrom, taskRows } from './resolution-rows.queries.server.ts'
import { fits, isLate, isOwnTask } from './task-list.domain.ts'

/** A task with the resolution that asked for it. */
export type ListedTask = ResolutionTask &
  Readonly<{
    resolution: Readonly<{
      id: string
      title: string
      bodyName: string
      form: MeetingForm
      meetingNumber: string
      decidedOn: IsoDay
    }>
  }>

/** Every task of the resolutions that stand. */
export function listTasks(ctx: Ctx): Promise<readonly ListedTask[]> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await taskRows(tx, ctx.agency.id)
      .innerJoin('resolution', (join) =>
        join
          .onRef('resolution.agency_id', '=', 'task.agency_id')
          .onRef('resolution.id', '=', 'task.resolution_id'),
      )
      .innerJoin('agenda_item as item', (join) =>
        join
          .onRef('item.agency_id', '=', 'resolution.agency_id')
          .onRef('item.id', '=', 'resolution.agenda_item_id'),
      )
      .innerJoin('meeting', (join) =>
        join.onRef('meeting.agency_id', '=', 'item.agency_id').onRef('meeting.id', '=', 'item.meeting_id'),
      )
      .innerJoin('meeting_body as body', (join) =>
        join.onRef('body.agency_id', '=', 'meeting.agency_id').onRef('body.id', '=', 'meeting.body_id'),
      )
      .select([
        'resolution.id as resolution_id',
        'resolution.decided_on',
        'item.title',
        'meeting.form',
        'meeting.number as meeting_number',
        'body.name as body_name',
      ])
      .where('resolution.withdrawn_at', 'is', null)
      .orderBy('resolution.decided_on')
      .orderBy('task.resolution_id')
      .orderBy('task.position')
      .execute()
    return rows.map((row) => ({
      ...taskFrom(row),
      resolution: {
        id: row.resolution_id,
        title: row.title,
        bodyName: row.body_name,
        form: row.form as MeetingForm,
        meetingNumber: row.meeting_number,
        decidedOn: row.decided_on,
      },
    }))
  })
}

/** How many open tasks are a person's own, and how many of them are late. */
export async function countOwnTasks(ctx: Ctx): Promise<Readonly<{ open: number; late: number }>> {
  const today = thaiDay(ctx.now())
  const own = (await listTasks(ctx)).filter((task) => isOwnTask(task, ctx.actor) && fits(task, 'open', today))
  return { open: own.length, late: own.filter((task) => isLate(task, today)).length }
}
