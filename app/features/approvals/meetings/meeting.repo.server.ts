import { randomUUID } from 'node:crypto'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { MeetingForm, MeetingState } from '../matter.domain.ts'
import { type Attendee, calendarYear, type Meeting, type MeetingFacts } from './meeting.domain.ts'

type Which = Readonly<{ agencyId: string; id: string }>

/** A meeting with who attended; null where there is none. */
export async function findMeeting(tx: Tx, { agencyId, id }: Which): Promise<Meeting | null> {
  if (!isUuid(id)) return null
  const row = await tx
    .selectFrom('meeting')
    .innerJoin('meeting_body as body', (join) =>
      join.onRef('body.agency_id', '=', 'meeting.agency_id').onRef('body.id', '=', 'meeting.body_id'),
    )
    .selectAll('meeting')
    .select('body.name as body_name')
    .where('meeting.agency_id', '=', agencyId)
    .where('meeting.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    facts: {
      bodyId: row.body_id,
      form: row.form as MeetingForm,
      number: row.number,
      heldOn: row.held_on,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      place: row.place,
      chair: row.chair,
      chairPosition: row.chair_position,
      secretary: row.secretary,
      attendees: await readAttendees(tx, { agencyId, id }),
    },
    bodyName: row.body_name,
    state: row.state as MeetingState,
    version: row.version,
    enteredAt: row.entered_at,
    enteredBy: row.entered_by_name,
    origin: row.origin as Meeting['origin'],
  }
}

async function readAttendees(tx: Tx, { agencyId, id }: Which): Promise<readonly Attendee[]> {
  const rows = await tx
    .selectFrom('meeting_attendee')
    .select(['name', 'title', 'presence'])
    .where('agency_id', '=', agencyId)
    .where('meeting_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    name: row.name,
    title: row.title,
    presence: row.presence as Attendee['presence'],
  }))
}

/** Whether another meeting of the body that is not cancelled has the number in that calendar year. */
export async function isNumberTaken(
  tx: Tx,
  { agencyId, facts, except }: Readonly<{ agencyId: string; facts: MeetingFacts; except?: string }>,
): Promise<boolean> {
  const rows = await tx
    .selectFrom('meeting')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('body_id', '=', facts.bodyId)
    .where('calendar_year', '=', calendarYear(facts.heldOn))
    .where('number', '=', facts.number)
    .where('state', '<>', 'cancelled')
    .execute()
  return rows.some(({ id }) => id !== except)
}

/**
 * Whether a resolution of the meeting is recorded and stands, or something public rests on one that was withdrawn since: its
 * page says for ever which body decided, and on which day.
 */
export async function hasResolutions(tx: Tx, { agencyId, id }: Which): Promise<boolean> {
  const row = await tx
    .selectFrom('resolution')
    .innerJoin('agenda_item as item', (join) =>
      join
        .onRef('item.agency_id', '=', 'resolution.agency_id')
        .onRef('item.id', '=', 'resolution.agenda_item_id'),
    )
    .select('resolution.id')
    .where('item.agency_id', '=', agencyId)
    .where('item.meeting_id', '=', id)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('resolution.withdrawn_at', 'is', null),
        exists(
          selectFrom('publication_step as step')
            .select('step.resolution_id')
            .whereRef('step.agency_id', '=', 'resolution.agency_id')
            .whereRef('step.resolution_id', '=', 'resolution.id'),
        ),
        exists(
          selectFrom('publication')
            .select('publication.id')
            .whereRef('publication.agency_id', '=', 'resolution.agency_id')
            .whereRef('publication.withdrawn_by_resolution', '=', 'resolution.id'),
        ),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}

const columnsOf = (facts: MeetingFacts) => ({
  body_id: facts.bodyId,
  form: facts.form,
  number: facts.number,
  held_on: facts.heldOn,
  calendar_year: calendarYear(facts.heldOn),
  starts_at: facts.startsAt,
  ends_at: facts.endsAt,
  place: facts.place,
  chair: facts.chair,
  chair_position: facts.chairPosition,
  secretary: facts.secretary,
})

export async function insertMeeting(
  tx: Tx,
  given: Readonly<{
    agencyId: string
    facts: MeetingFacts
    state: MeetingState
    at: Date
    /** Null where it was the keeper of the machine. */
    by: string | null
    byName: string
  }>,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('meeting')
    .values({
      agency_id: given.agencyId,
      id,
      ...columnsOf(given.facts),
      state: given.state,
      entered_at: given.at,
      entered_by: given.by,
      entered_by_name: given.byName,
      origin: 'entered',
    })
    .execute()
  await insertAttendees(tx, { agencyId: given.agencyId, id }, given.facts.attendees)
  return id
}

export async function updateMeeting(
  tx: Tx,
  { agencyId, id, facts, version }: Which & Readonly<{ facts: MeetingFacts; version: number }>,
): Promise<void> {
  await tx
    .updateTable('meeting')
    .set({ ...columnsOf(facts), version })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
  await tx
    .deleteFrom('meeting_attendee')
    .where('agency_id', '=', agencyId)
    .where('meeting_id', '=', id)
    .execute()
  await insertAttendees(tx, { agencyId, id }, facts.attendees)
}

async function insertAttendees(
  tx: Tx,
  { agencyId, id }: Which,
  attendees: readonly Attendee[],
): Promise<void> {
  if (attendees.length === 0) return
  await tx
    .insertInto('meeting_attendee')
    .values(
      attendees.map(({ name, title, presence }, index) => ({
        agency_id: agencyId,
        meeting_id: id,
        position: index + 1,
        name,
        title,
        presence,
      })),
    )
    .execute()
}

export async function setMeetingState(
  tx: Tx,
  { agencyId, id, state, version }: Which & Readonly<{ state: MeetingState; version: number }>,
): Promise<void> {
  await tx
    .updateTable('meeting')
    .set({ state, version })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}
