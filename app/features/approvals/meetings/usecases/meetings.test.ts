import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { approvalRows } from '../../../../../tests/support/approval-rows.ts'
import { aCycle } from '../../../../../tests/support/cycle-builders.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { aPublishedReport } from '../../../../../tests/support/example-at-work.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { findPublications } from '../../publications/publications.queries.server.ts'
import { withdrawResolution } from '../../resolutions/usecases/withdraw-resolution.server.ts'
import { findMeetingPage } from '../meeting-page.queries.server.ts'
import { listMeetings } from '../meetings.queries.server.ts'
import { type AddMeeting, addMeeting } from './add-meeting.server.ts'
import { cancelMeeting } from './cancel-meeting.server.ts'
import { changeMeeting } from './change-meeting.server.ts'
import { markMeetingHeld } from './mark-meeting-held.server.ts'

let database: TestDatabase
let rows: ReturnType<typeof approvalRows>
beforeAll(async () => {
  database = await freshDatabase()
  rows = approvalRows(database)
})
afterAll(() => database.drop())

const TODAY = '2024-11-08T03:00:00Z'

const facts = (bodyId: string, over: Partial<AddMeeting> = {}): AddMeeting => ({
  bodyId,
  form: 'meeting',
  number: '9/2567',
  heldOn: '2024-11-07',
  startsAt: '09.30',
  endsAt: '12.00',
  place: 'ห้องประชุม 1',
  chair: 'ประธาน ตัวอย่าง',
  chairPosition: 'ผู้อำนวยการ',
  secretary: null,
  attendees: [],
  state: 'held',
  ...over,
})

async function anOffice() {
  const agency = await anAgency(database, TODAY)
  const bodyId = await rows.body(agency)
  const person = await aPerson(agency, { role: 'meeting-secretary' })
  return { ctx: as(agency, person.id, ['meeting-secretary']), bodyId }
}

async function added(ctx: Ctx, given: AddMeeting): Promise<string> {
  const done = await addMeeting(ctx, given)
  if (!done.ok) throw new Error(done.error.code)
  return done.value.meetingId
}

const shown = async (ctx: Ctx, id: string) => {
  const page = await findMeetingPage(ctx, id)
  if (!page) throw new Error('no such meeting')
  return page.meeting
}

const acts = async (ctx: Ctx, action: string) =>
  (await auditOf(database, ctx)).filter((entry) => entry.action === action)

describe('adding a meeting', () => {
  it('keeps the day of the meeting and the day of its entry, where it is entered afterwards', async () => {
    const { ctx, bodyId } = await anOffice()
    const id = await added(at(ctx, '2024-12-02T03:00:00Z'), facts(bodyId))
    expect(await shown(ctx, id)).toMatchObject({
      facts: { heldOn: '2024-11-07', startsAt: '09:30', endsAt: '12:00' },
      state: 'held',
      enteredAt: new Date('2024-12-02T03:00:00Z'),
      enteredBy: 'ผู้ทำงาน ตัวอย่าง',
      version: 1,
    })
    expect(await acts(ctx, 'meeting.added')).toMatchObject([
      { object_id: id, detail: { number: '9/2567', heldOn: '2024-11-07', state: 'held' } },
    ])
  })

  it('takes a number once for a body and calendar year, in Thai digits and with spaces too', async () => {
    const { ctx, bodyId } = await anOffice()
    await added(ctx, facts(bodyId))
    for (const number of ['9/2567', '๙/๒๕๖๗', ' 9 / 2567 ', '9\u200b/2567'])
      expect(await addMeeting(ctx, facts(bodyId, { number, heldOn: '2024-01-05' })), number).toEqual({
        ok: false,
        error: { code: 'meeting.number-taken' },
      })
    const other = await rows.body(ctx, 'คณะทำงาน')
    await added(ctx, facts(other))
    await added(ctx, facts(bodyId, { heldOn: '2023-11-07' }))
    expect(await listMeetings(ctx)).toHaveLength(3)
  })

  it('lets one of two win who enter the same meeting at once, and says so once', async () => {
    const { ctx, bodyId } = await anOffice()
    const both = await Promise.all([addMeeting(ctx, facts(bodyId)), addMeeting(ctx, facts(bodyId))])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'meeting.number-taken' } })
    expect(await acts(ctx, 'meeting.added')).toHaveLength(1)
  })

  it('does not hold a meeting whose day has not come in Thailand, but plans it', async () => {
    const { ctx, bodyId } = await anOffice()
    const tomorrow = { heldOn: '2024-11-09' }
    expect(await addMeeting(ctx, facts(bodyId, tomorrow))).toMatchObject({
      error: { code: 'meeting.in-future' },
    })
    // Half past midnight in Thailand is still the day before in Greenwich.
    const night = at(ctx, '2024-11-08T17:30:00Z')
    const id = await added(night, facts(bodyId, tomorrow))
    expect((await shown(ctx, id)).state).toBe('held')
    await added(ctx, facts(bodyId, { ...tomorrow, number: '10/2567', state: 'planned' }))
  })

  it('is refused with what is wrong, and writes nothing', async () => {
    const { ctx, bodyId } = await anOffice()
    const wrong = [
      [{ number: ' \u0000 ' }, 'meeting.no-number'],
      [{ number: '9'.repeat(41) }, 'meeting.long-number'],
      [{ startsAt: '25.00' }, 'meeting.bad-time'],
      [{ startsAt: '13.00', endsAt: '12.00' }, 'meeting.ends-before-start'],
      [{ place: 'ก'.repeat(301) }, 'meeting.long-text'],
      [{ attendees: [{ name: ' ', title: null, presence: 'present' }] }, 'meeting.bad-attendee'],
      [{ bodyId: randomUUID() }, 'body.unknown'],
      [{ bodyId: "x' or '1'='1" }, 'body.unknown'],
    ] as const
    for (const [over, code] of wrong)
      expect(await addMeeting(ctx, facts(bodyId, over)), code).toEqual({ ok: false, error: { code } })
    await database.owner.query('update meeting_body set ended_at = now() where id = $1', [bodyId])
    expect(await addMeeting(ctx, facts(bodyId))).toMatchObject({ error: { code: 'body.unknown' } })
    expect(await listMeetings(ctx)).toEqual([])
    expect(await acts(ctx, 'meeting.added')).toEqual([])
  })

  it('keeps hostile text as text', async () => {
    const { ctx, bodyId } = await anOffice()
    const script = `<script>alert(1)</script>'; drop table meeting; --`
    const id = await added(
      ctx,
      facts(bodyId, {
        number: script.slice(0, 40),
        place: `${script}\u0000\u202e`,
        attendees: [{ name: script, title: '{{constructor}}', presence: 'present' }],
      }),
    )
    expect((await shown(ctx, id)).facts).toMatchObject({
      place: script,
      attendees: [{ name: script, title: '{{constructor}}', presence: 'present' }],
    })
  })

  it('keeps of a circular neither time nor place nor attendance', async () => {
    const { ctx, bodyId } = await anOffice()
    const attendees = [{ name: 'ก', title: null, presence: 'present' }] as const
    const id = await added(ctx, facts(bodyId, { form: 'circular', attendees, startsAt: 'never' }))
    expect((await shown(ctx, id)).facts).toMatchObject({ startsAt: null, place: null, attendees: [] })
  })

  it('is not for who only reads, nor seen by another agency', async () => {
    const { ctx, bodyId } = await anOffice()
    const id = await added(ctx, facts(bodyId))
    const auditor = as(ctx, (await aPerson(ctx)).id, ['auditor'])
    expect(await addMeeting(auditor, facts(bodyId, { number: '10/2567' }))).toMatchObject({
      error: { code: 'permission.refused' },
    })
    const stranger = await anAgency(database, TODAY)
    expect(await findMeetingPage(stranger, id)).toBeNull()
    expect(await markMeetingHeld(stranger, { meetingId: id, seenVersion: 1 })).toMatchObject({
      error: { code: 'meeting.unknown' },
    })
    expect(await addMeeting(stranger, facts(bodyId))).toMatchObject({ error: { code: 'body.unknown' } })
  })
})

describe('the state of a meeting', () => {
  it('becomes held once its day has come, and says so once', async () => {
    const { ctx, bodyId } = await anOffice()
    const id = await added(ctx, facts(bodyId, { state: 'planned', heldOn: '2024-11-09' }))
    const held = (on: Ctx, seenVersion = 1) => markMeetingHeld(on, { meetingId: id, seenVersion })
    expect(await held(ctx)).toMatchObject({ error: { code: 'meeting.in-future' } })
    const later = at(ctx, '2024-11-09T03:00:00Z')
    expect(await held(later, 7)).toMatchObject({ error: { code: 'meeting.clash' } })
    expect(await Promise.all([held(later), held(later)])).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ])
    expect(await shown(ctx, id)).toMatchObject({ state: 'held', version: 2 })
    expect(await acts(ctx, 'meeting.held')).toHaveLength(1)
  })

  it('gives the number free when it is cancelled, and takes nothing more', async () => {
    const { ctx, bodyId } = await anOffice()
    const id = await added(ctx, facts(bodyId, { state: 'planned' }))
    expect(await cancelMeeting(ctx, { meetingId: id, seenVersion: 1 })).toMatchObject({ ok: true })
    await added(ctx, facts(bodyId))
    expect(await markMeetingHeld(ctx, { meetingId: id, seenVersion: 2 })).toMatchObject({
      error: { code: 'meeting.cancelled' },
    })
    expect(
      await changeMeeting(ctx, { meetingId: id, seenVersion: 2, seen: null, mine: { place: 'ที่อื่น' } }),
    ).toMatchObject({ error: { code: 'meeting.cancelled' } })
    expect(await acts(ctx, 'meeting.cancelled')).toHaveLength(1)
  })
})

describe('two secretaries at one meeting', () => {
  async function opened() {
    const { ctx, bodyId } = await anOffice()
    const meetingId = await added(ctx, facts(bodyId))
    const { facts: seen } = await shown(ctx, meetingId)
    const change = (mine: Parameters<typeof changeMeeting>[1]['mine'], seenVersion = 1) =>
      changeMeeting(ctx, { meetingId, seenVersion, seen, mine })
    return { ctx, bodyId, meetingId, seen, change }
  }

  it('both keep what they changed of different facts, whoever saves first', async () => {
    const { ctx, meetingId, seen, change } = await opened()
    expect(await change({ ...seen, place: 'ห้องประชุม 2' })).toEqual({ ok: true, value: { version: 2 } })
    expect(await change({ ...seen, chair: 'ประธาน คนใหม่' })).toEqual({ ok: true, value: { version: 3 } })
    expect((await shown(ctx, meetingId)).facts).toEqual({
      ...seen,
      place: 'ห้องประชุม 2',
      chair: 'ประธาน คนใหม่',
    })
    expect(await acts(ctx, 'meeting.changed')).toMatchObject([
      { detail: { fields: 'place' } },
      { detail: { fields: 'chair' } },
    ])
  })

  it('who comes second with another word for the same fact is shown both, and saves what they choose', async () => {
    const { ctx, meetingId, seen, change } = await opened()
    await change({ ...seen, place: 'ห้องประชุม 2', secretary: 'ผู้จด หนึ่ง' })
    expect(await change({ ...seen, place: 'ห้องประชุม 3', secretary: 'ผู้จด สอง' })).toMatchObject({
      error: {
        code: 'meeting.clash',
        version: 2,
        clashes: [
          { field: 'place', seen: 'ห้องประชุม 1', theirs: 'ห้องประชุม 2', mine: 'ห้องประชุม 3' },
          { field: 'secretary', seen: null, theirs: 'ผู้จด หนึ่ง', mine: 'ผู้จด สอง' },
        ],
        untouched: expect.arrayContaining(['number', 'heldOn', 'attendees']),
      },
    })
    expect((await shown(ctx, meetingId)).facts.place).toBe('ห้องประชุม 2')
    expect(await change({ place: 'ห้องประชุม 3' }, 2)).toEqual({ ok: true, value: { version: 3 } })
    expect((await shown(ctx, meetingId)).facts).toMatchObject({
      place: 'ห้องประชุม 3',
      secretary: 'ผู้จด หนึ่ง',
    })
  })

  it('two who save at once lose nothing', async () => {
    const { ctx, meetingId, seen, change } = await opened()
    const done = await Promise.all([
      change({ ...seen, place: 'ห้องประชุม 2' }),
      change({ ...seen, chairPosition: 'รองผู้อำนวยการ' }),
    ])
    expect(done.every(({ ok }) => ok)).toBe(true)
    expect((await shown(ctx, meetingId)).facts).toMatchObject({
      place: 'ห้องประชุม 2',
      chairPosition: 'รองผู้อำนวยการ',
    })
  })

  it('saving what stands changes nothing and leaves no trace', async () => {
    const { ctx, meetingId, seen, change } = await opened()
    expect(await change(seen)).toEqual({ ok: true, value: { version: 1 } })
    expect((await shown(ctx, meetingId)).version).toBe(1)
    expect(await acts(ctx, 'meeting.changed')).toEqual([])
  })

  it('facts of two that do not go together are refused', async () => {
    const { seen, change } = await opened()
    await change({ ...seen, endsAt: '10.00' })
    expect(await change({ ...seen, startsAt: '11.00' })).toMatchObject({
      error: { code: 'meeting.ends-before-start' },
    })
  })

  it('a number of another meeting is refused, and so is a day to come of one that was held', async () => {
    const { ctx, bodyId, seen, change } = await opened()
    await added(ctx, facts(bodyId, { number: '10/2567' }))
    expect(await change({ ...seen, number: '๑๐/๒๕๖๗' })).toMatchObject({
      error: { code: 'meeting.number-taken' },
    })
    expect(await change({ ...seen, heldOn: '2024-11-09' })).toMatchObject({
      error: { code: 'meeting.in-future' },
    })
  })

  it('what a resolution says of its meeting stays: body, number, day and form; the rest may be completed', async () => {
    const { ctx, meetingId, seen, change } = await opened()
    const itemId = await rows.item(ctx, { meetingId })
    await database.owner.query(
      `insert into resolution (agency_id, id, agenda_item_id, decision, wording, decided_on, recorded_at, recorded_by_name, origin)
       values ($1, $2, $3, 'approved', 'เห็นชอบ', '2024-11-07', now(), 'test', 'entered')`,
      [ctx.agency.id, randomUUID(), itemId],
    )
    const other = await rows.body(ctx, 'คณะทำงาน')
    for (const mine of [
      { bodyId: other },
      { number: '19/2567' },
      { heldOn: '2024-11-06' },
      { form: 'circular' },
    ] as const)
      expect(await change({ ...seen, ...mine })).toMatchObject({ error: { code: 'meeting.has-resolutions' } })
    expect(await cancelMeeting(ctx, { meetingId, seenVersion: 1 })).toMatchObject({
      error: { code: 'meeting.has-resolutions' },
    })
    const attendees = [{ name: 'กรรมการ ตัวอย่าง', title: 'กรรมการ', presence: 'present' }] as const
    expect(await change({ ...seen, attendees })).toMatchObject({ ok: true })
    expect((await shown(ctx, meetingId)).facts.attendees).toEqual(attendees)
  })

  it('a meeting by which something is public stays so, also where its resolution was withdrawn', async () => {
    const agency = await anAgency(database, TODAY)
    await aPublishedReport(agency, aCycle())
    const [publication] = await findPublications(agency, {})
    const resolutionId = publication?.steps[0]?.id ?? ''
    await withdrawResolution(agency, { resolutionId, reason: 'บันทึกผิด' })
    const [meeting] = await listMeetings(agency)
    const meetingId = meeting?.id ?? ''
    const other = await rows.body(agency, 'คณะทำงาน')
    for (const mine of [
      { bodyId: other },
      { number: '19/2567' },
      { heldOn: '2024-11-06' },
      { form: 'circular' },
    ] as const)
      expect(await changeMeeting(agency, { meetingId, seenVersion: 1, seen: null, mine })).toMatchObject({
        error: { code: 'meeting.has-resolutions' },
      })
    expect(await cancelMeeting(agency, { meetingId, seenVersion: 1 })).toMatchObject({
      error: { code: 'meeting.has-resolutions' },
    })
    expect(await findPublications(agency, {})).toMatchObject([
      { steps: [{ bodyName: 'ที่ประชุมฝ่ายบริหาร', decidedOn: '2024-11-08', isWithdrawn: true }] },
    ])
  })
})
