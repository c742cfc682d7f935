import { randomUUID } from 'node:crypto'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Decision, MatterKind, MeetingForm, MeetingState } from '../matter.domain.ts'
import type { ItemToResolve, NewTask } from './resolution.domain.ts'

type Which = Readonly<{ agencyId: string; id: string }>

/** An agenda item with its meeting; null where there is none, or it was removed. */
export async function findItemToResolve(tx: Tx, { agencyId, id }: Which): Promise<ItemToResolve | null> {
  if (!isUuid(id)) return null
  const row = await tx
    .selectFrom('agenda_item as item')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.agency_id', '=', 'item.agency_id').onRef('meeting.id', '=', 'item.meeting_id'),
    )
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
      'item.title',
      'meeting.id as meeting_id',
      'meeting.body_id',
      'meeting.form',
      'meeting.state',
      'meeting.held_on',
      'matter.id as matter_id',
      'matter.kind',
      'matter.content_hash',
      'matter.made_at',
      'resolution.id as resolution_id',
    ])
    .where('item.agency_id', '=', agencyId)
    .where('item.id', '=', id)
    .where('item.removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return {
    id,
    title: row.title,
    meeting: {
      id: row.meeting_id,
      bodyId: row.body_id,
      form: row.form as MeetingForm,
      state: row.state as MeetingState,
      heldOn: row.held_on,
    },
    matter:
      row.matter_id !== null && row.kind !== null && row.content_hash !== null && row.made_at !== null
        ? {
            id: row.matter_id,
            kind: row.kind as MatterKind,
            contentHash: row.content_hash,
            madeAt: row.made_at,
          }
        : null,
    hasResolution: row.resolution_id !== null,
  }
}

/** Keeps a resolution with its tasks, and gives its identifier. */
export async function insertResolution(
  tx: Tx,
  given: Readonly<{
    agencyId: string
    agendaItemId: string
    matter: Readonly<{ id: string; contentHash: string }> | null
    decision: Decision
    wording: string
    decidedOn: IsoDay
    recordedAt: Date
    /** Null where it was the keeper of the machine. */
    recordedBy: string | null
    recordedByName: string
    tasks: readonly NewTask[]
  }>,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('resolution')
    .values({
      agency_id: given.agencyId,
      id,
      agenda_item_id: given.agendaItemId,
      matter_id: given.matter?.id ?? null,
      content_hash: given.matter?.contentHash ?? null,
      decision: given.decision,
      wording: given.wording,
      decided_on: given.decidedOn,
      recorded_at: given.recordedAt,
      recorded_by: given.recordedBy,
      recorded_by_name: given.recordedByName,
      origin: 'entered',
    })
    .execute()
  if (given.tasks.length > 0)
    await tx
      .insertInto('resolution_task')
      .values(
        given.tasks.map(({ text, dueOn, unitId, personId }, index) => ({
          agency_id: given.agencyId,
          id: randomUUID(),
          resolution_id: id,
          position: index + 1,
          text,
          due_on: dueOn,
          unit_id: unitId,
          person_id: personId,
        })),
      )
      .execute()
  return id
}

/** Whether a resolution is withdrawn, and what it is about, held until the transaction ends; null where there is none. */
export async function holdResolution(
  tx: Tx,
  { agencyId, id }: Which,
): Promise<Readonly<{ isWithdrawn: boolean; agendaItemId: string; contentHash: string | null }> | null> {
  if (!isUuid(id)) return null
  const row = await tx
    .selectFrom('resolution')
    .select(['withdrawn_at', 'agenda_item_id', 'content_hash'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row
    ? {
        isWithdrawn: row.withdrawn_at !== null,
        agendaItemId: row.agenda_item_id,
        contentHash: row.content_hash,
      }
    : null
}

export async function setResolutionWithdrawn(
  tx: Tx,
  { agencyId, id, at, byName, reason }: Which & Readonly<{ at: Date; byName: string; reason: string }>,
): Promise<void> {
  await tx
    .updateTable('resolution')
    .set({ withdrawn_at: at, withdrawn_by_name: byName, withdrawn_reason: reason })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** A task as it is held until the transaction ends. */
export type HeldTask = Readonly<{
  unitId: string | null
  personId: string | null
  isDone: boolean
  /** Of its resolution. */
  isWithdrawn: boolean
}>

export async function holdTask(tx: Tx, { agencyId, id }: Which): Promise<HeldTask | null> {
  if (!isUuid(id)) return null
  const row = await tx
    .selectFrom('resolution_task as task')
    .innerJoin('resolution', (join) =>
      join
        .onRef('resolution.agency_id', '=', 'task.agency_id')
        .onRef('resolution.id', '=', 'task.resolution_id'),
    )
    .select(['task.unit_id', 'task.person_id', 'task.done_at', 'resolution.withdrawn_at'])
    .where('task.agency_id', '=', agencyId)
    .where('task.id', '=', id)
    .forUpdate('task')
    .executeTakeFirst()
  return row
    ? {
        unitId: row.unit_id,
        personId: row.person_id,
        isDone: row.done_at !== null,
        isWithdrawn: row.withdrawn_at !== null,
      }
    : null
}

/** Marks a task as done, with what was said; null opens it again. */
export async function setTaskDone(
  tx: Tx,
  {
    agencyId,
    id,
    done,
  }: Which & Readonly<{ done: Readonly<{ at: Date; byName: string; note: string | null }> | null }>,
): Promise<void> {
  await tx
    .updateTable('resolution_task')
    .set({
      done_at: done?.at ?? null,
      done_by_name: done?.byName ?? null,
      done_note: done?.note ?? null,
    })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}
