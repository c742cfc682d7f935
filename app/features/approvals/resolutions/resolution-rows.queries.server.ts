import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { itemsInMeetings } from '../in-meeting.queries.server.ts'
import type { Decision, MeetingForm, MeetingState } from '../matter.domain.ts'

/** The meeting of an item, as much of it as a page of a resolution says. */
export type MeetingOfItem = Readonly<{
  id: string
  bodyId: string
  bodyName: string
  form: MeetingForm
  number: string
  heldOn: IsoDay
  state: MeetingState
}>

/** An item with its meeting. */
export type AgendaLine = Readonly<{
  id: string
  number: string | null
  title: string
  details: string | null
  version: number
  isRemoved: boolean
  matterId: string | null
  meeting: MeetingOfItem
}>

export type ResolutionTask = Readonly<{
  id: string
  text: string
  dueOn: IsoDay | null
  unit: Readonly<{ id: string; code: string | null; nameTh: string; nameEn: string | null }> | null
  person: Readonly<{ id: string; name: string }> | null
  done: Readonly<{ at: Date; byName: string; note: string | null }> | null
}>

export type ShownResolution = Readonly<{
  id: string
  agendaItemId: string
  matterId: string | null
  contentHash: string | null
  decision: Decision
  wording: string
  decidedOn: IsoDay
  recordedAt: Date
  recordedBy: string
  origin: 'entered' | 'report-text'
  withdrawn: Readonly<{ at: Date; byName: string; reason: string }> | null
}>

type Key = Readonly<{ agencyId: string; id: string }>

/** An agenda item, removed ones too; null where there is none. */
export async function readAgendaLine(tx: Tx, { agencyId, id }: Key): Promise<AgendaLine | null> {
  const row = await itemsInMeetings(tx)
    .select([
      'item.number',
      'item.title',
      'item.details',
      'item.version',
      'item.removed_at',
      'item.matter_id',
      'meeting.id as meeting_id',
      'meeting.form',
      'meeting.number as meeting_number',
      'meeting.held_on',
      'meeting.state',
      'body.id as body_id',
      'body.name as body_name',
    ])
    .where('item.agency_id', '=', agencyId)
    .where('item.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    id,
    number: row.number,
    title: row.title,
    details: row.details,
    version: row.version,
    isRemoved: row.removed_at !== null,
    matterId: row.matter_id,
    meeting: {
      id: row.meeting_id,
      bodyId: row.body_id,
      bodyName: row.body_name,
      form: row.form as MeetingForm,
      number: row.meeting_number,
      heldOn: row.held_on,
      state: row.state as MeetingState,
    },
  }
}

const resolutions = (tx: Tx, agencyId: string) =>
  tx.selectFrom('resolution').selectAll().where('agency_id', '=', agencyId)
type Row = Awaited<ReturnType<ReturnType<typeof resolutions>['executeTakeFirstOrThrow']>>

/** Every resolution of an item, withdrawn ones too, the newest first. */
export async function readResolutionsOfItem(
  tx: Tx,
  { agencyId, id }: Key,
): Promise<readonly ShownResolution[]> {
  const rows = await resolutions(tx, agencyId)
    .where('agenda_item_id', '=', id)
    .orderBy('recorded_at', 'desc')
    .execute()
  return rows.map(shown)
}

export async function readResolution(tx: Tx, { agencyId, id }: Key): Promise<ShownResolution | null> {
  const row = await resolutions(tx, agencyId).where('id', '=', id).executeTakeFirst()
  return row ? shown(row) : null
}

const shown = (row: Row): ShownResolution => ({
  id: row.id,
  agendaItemId: row.agenda_item_id,
  matterId: row.matter_id,
  contentHash: row.content_hash,
  decision: row.decision as Decision,
  wording: row.wording,
  decidedOn: row.decided_on,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by_name,
  origin: row.origin as ShownResolution['origin'],
  withdrawn:
    row.withdrawn_at !== null && row.withdrawn_by_name !== null && row.withdrawn_reason !== null
      ? { at: row.withdrawn_at, byName: row.withdrawn_by_name, reason: row.withdrawn_reason }
      : null,
})

/** Tasks with whose they are, in their order; of one resolution where it is named. */
export const taskRows = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('resolution_task as task')
    .leftJoin('unit', (join) =>
      join.onRef('unit.agency_id', '=', 'task.agency_id').onRef('unit.id', '=', 'task.unit_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'task.agency_id').onRef('person.id', '=', 'task.person_id'),
    )
    .select([
      'task.id',
      'task.text',
      'task.due_on',
      'task.done_at',
      'task.done_by_name',
      'task.done_note',
      'unit.id as unit_id',
      'unit.code',
      'unit.name_th',
      'unit.name_en',
      'person.id as person_id',
      'person.name as person_name',
    ])
    .where('task.agency_id', '=', agencyId)
type TaskRow = Awaited<ReturnType<ReturnType<typeof taskRows>['executeTakeFirstOrThrow']>>

export async function readTasksOf(tx: Tx, { agencyId, id }: Key): Promise<readonly ResolutionTask[]> {
  const rows = await taskRows(tx, agencyId)
    .where('task.resolution_id', '=', id)
    .orderBy('task.position')
    .execute()
  return rows.map(taskFrom)
}

export const taskFrom = (row: TaskRow): ResolutionTask => ({
  id: row.id,
  text: row.text,
  dueOn: row.due_on,
  unit:
    row.unit_id !== null && row.name_th !== null
      ? { id: row.unit_id, code: row.code, nameTh: row.name_th, nameEn: row.name_en }
      : null,
  person:
    row.person_id !== null && row.person_name !== null ? { id: row.person_id, name: row.person_name } : null,
  done:
    row.done_at !== null && row.done_by_name !== null
      ? { at: row.done_at, byName: row.done_by_name, note: row.done_note }
      : null,
})
