import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import type { Decision, MeetingForm, MeetingState } from '../matter.domain.ts'
import type {
  AgendaRecord,
  Attendee,
  MeetingRecord,
  Presence,
  ResolutionRecord,
  ResolutionTask,
} from './meeting-record.domain.ts'

/** What the papers of a meeting say of it, but for the name of the agency; null where there is no such meeting. */
export function findMeetingRecord(
  ctx: Ctx,
  meetingId: string,
): Promise<Omit<MeetingRecord, 'agencyName'> | null> {
  if (!isUuid(meetingId)) return Promise.resolve(null)
  const agencyId = ctx.agency.id
  return withAgency(ctx.db, agencyId, async (tx) => {
    const row = await tx
      .selectFrom('meeting')
      .innerJoin('meeting_body as body', (join) =>
        join.onRef('body.agency_id', '=', 'meeting.agency_id').onRef('body.id', '=', 'meeting.body_id'),
      )
      .select(['meeting.form', 'meeting.state', 'meeting.number', 'meeting.held_on'])
      .select(['meeting.starts_at', 'meeting.ends_at', 'meeting.place'])
      .select(['meeting.chair', 'meeting.chair_position', 'meeting.secretary', 'body.name as body_name'])
      .where('meeting.agency_id', '=', agencyId)
      .where('meeting.id', '=', meetingId)
      .executeTakeFirst()
    if (!row) return null
    return {
      body: row.body_name,
      form: row.form as MeetingForm,
      state: row.state as MeetingState,
      number: row.number,
      heldOn: row.held_on,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      place: row.place,
      chair: row.chair,
      chairPosition: row.chair_position,
      secretary: row.secretary,
      attendees: await readAttendees(tx, agencyId, meetingId),
      items: await readItems(tx, agencyId, meetingId),
    }
  })
}

async function readAttendees(tx: Tx, agencyId: string, meetingId: string): Promise<readonly Attendee[]> {
  const rows = await tx
    .selectFrom('meeting_attendee')
    .select(['name', 'title', 'presence'])
    .where('agency_id', '=', agencyId)
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute()
  return rows.map(({ name, title, presence }) => ({ name, title, presence: presence as Presence }))
}

async function readItems(tx: Tx, agencyId: string, meetingId: string): Promise<readonly AgendaRecord[]> {
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
    .select(['item.id', 'item.number', 'item.title', 'item.details'])
    .select(['matter.id as matter_id', 'matter.kind as matter_kind', 'matter.title as matter_title'])
    .select(['matter.content_hash', 'matter.made_at'])
    .select(['resolution.id as resolution_id', 'resolution.decision', 'resolution.wording'])
    .select(['resolution.recorded_at', 'resolution.origin'])
    .where('item.agency_id', '=', agencyId)
    .where('item.meeting_id', '=', meetingId)
    .where('item.removed_at', 'is', null)
    .orderBy('item.position')
    .orderBy('item.id')
    .execute()
  const tasks = await readTasks(
    tx,
    agencyId,
    rows.flatMap(({ resolution_id }) => resolution_id ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    details: row.details,
    matter:
      row.matter_id !== null && row.made_at !== null
        ? {
            id: row.matter_id,
            kind: row.matter_kind ?? '',
            title: row.matter_title ?? '',
            contentHash: row.content_hash ?? '',
            madeAt: row.made_at,
          }
        : null,
    resolution:
      row.resolution_id !== null && row.recorded_at !== null
        ? {
            decision: row.decision as Decision,
            wording: row.wording ?? '',
            recordedAt: row.recorded_at,
            origin: row.origin as ResolutionRecord['origin'],
            tasks: tasks.get(row.resolution_id) ?? [],
          }
        : null,
  }))
}

async function readTasks(
  tx: Tx,
  agencyId: string,
  resolutionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ResolutionTask[]>> {
  if (resolutionIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('resolution_task as task')
    .leftJoin('unit', (join) =>
      join.onRef('unit.agency_id', '=', 'task.agency_id').onRef('unit.id', '=', 'task.unit_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'task.agency_id').onRef('person.id', '=', 'task.person_id'),
    )
    .select(['task.resolution_id', 'task.text', 'task.due_on', 'unit.name_th', 'person.name'])
    .where('task.agency_id', '=', agencyId)
    .where('task.resolution_id', 'in', resolutionIds)
    .orderBy('task.position')
    .execute()
  const tasks = new Map<string, ResolutionTask[]>()
  for (const { resolution_id, text, due_on, name_th, name } of rows) {
    const owner = [name, name_th].filter((one) => one !== null).join(' ') || null
    tasks.set(resolution_id, [...(tasks.get(resolution_id) ?? []), { text, dueOn: due_on, owner }])
  }
  return tasks
}
