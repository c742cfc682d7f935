import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { approvalRows } from '../../../../../tests/support/approval-rows.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { contentHash } from '../../../../platform/hash/content-hash.ts'
import type { MatterSource } from '../../matter-source.server.ts'
import { recordResolution } from '../../resolutions/usecases/record-resolution.server.ts'
import { readAgenda } from '../agenda.repo.server.ts'
import type { MeetingFacts } from '../meeting.domain.ts'
import { findMeeting } from '../meeting.repo.server.ts'
import { addAgendaItem } from './add-agenda-item.server.ts'
import { type AddMeeting, addMeeting } from './add-meeting.server.ts'
import { cancelMeeting } from './cancel-meeting.server.ts'
import { changeMeeting } from './change-meeting.server.ts'
import { markMeetingHeld } from './mark-meeting-held.server.ts'
import { moveAgendaItem } from './move-agenda-item.server.ts'
import { removeAgendaItem } from './remove-agenda-item.server.ts'
import { renewMatter } from './renew-matter.server.ts'

let database: TestDatabase
let rows: ReturnType<typeof approvalRows>
beforeAll(async () => {
  database = await freshDatabase()
  rows = approvalRows(database)
})
afterAll(() => database.drop())

/** 8 November 2024, the day after the meeting. */
async function anOffice() {
  const ctx = await anAgency(database, '2024-11-08T03:00:00Z')
  return { ctx, bodyId: await rows.body(ctx) }
}

const stated = (bodyId: string, given: Partial<AddMeeting> = {}): AddMeeting => ({
  bodyId,
  form: 'meeting',
  number: '9/2567',
  heldOn: '2024-11-07',
  startsAt: '09.30',
  endsAt: null,
  place: 'ห้องประชุม 1',
  chair: 'สมชาย ตัวอย่าง',
  chairPosition: null,
  secretary: null,
  attendees: [],
  state: 'held',
  ...given,
})

async function added(ctx: Ctx, given: AddMeeting): Promise<string> {
  const done = await addMeeting(ctx, given)
  if (!done.ok) throw new Error(done.error.code)
  return done.value.meetingId
}

async function meetingOf(ctx: Ctx, id: string) {
  const meeting = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    findMeeting(tx, { agencyId: ctx.agency.id, id }),
  )
  if (!meeting) throw new Error('no meeting')
  return meeting
}

const agendaOf = (ctx: Ctx, meetingId: string) =>
  withAgency(ctx.db, ctx.agency.id, (tx) => readAgenda(tx, { agencyId: ctx.agency.id, meetingId }))

/** A report whose text can change. */
function aReport() {
  const now = { text: 'ฉบับแรก' }
  const source: MatterSource = {
    kind: 'report',
    list: async () => [{ kind: 'report', key: '2567', title: 'รายงานผล ประจำปี 2567' }],
    read: async (_tx, _ctx, { key }) =>
      key === '2567'
        ? {
            kind: 'report',
            key,
            title: 'รายงานผล ประจำปี 2567',
            content: { ...now },
            contentHash: contentHash(now),
          }
        : null,
    cells: () => ({ before: [], after: [] }),
    paper: async () => null,
    part: (key) => `cycles/${key}`,
  }
  return { source, now }
}

const put = (meetingId: string, source: MatterSource, seenHash: string | null = null) => ({
  meetingId,
  number: '๔.๑',
  title: null,
  details: null,
  matter: { source, key: '2567', seenHash },
})

describe('adding a meeting', () => {
  it('keeps the day of the meeting beside the day of its entry, and writes it down', async () => {
    const { ctx, bodyId } = await anOffice()
    const later = at(ctx, '2025-02-03T03:00:00Z')
    const id = await added(later, stated(bodyId, { number: ' ๙ / ๒๕๖๗ ' }))
    expect(await meetingOf(ctx, id)).toMatchObject({
      facts: { number: '9/2567', heldOn: '2024-11-07', startsAt: '09:30' },
      state: 'held',
      enteredAt: new Date('2025-02-03T03:00:00Z'),
      origin: 'entered',
    })
    expect(await auditOf(database, ctx)).toMatchObject([
      { action: 'meeting.added', object_id: id, detail: { number: '9/2567', heldOn: '2024-11-07' } },
    ])
  })

  it('refuses a number that the body used in the calendar year, in whichever digits', async () => {
    const { ctx, bodyId } = await anOffice()
    await added(ctx, stated(bodyId))
    for (const number of ['9/2567', '๙/๒๕๖๗', ' 9 / 2567 '])
      expect(await addMeeting(ctx, stated(bodyId, { number, heldOn: '2024-05-01' }))).toEqual({
        ok: false,
        error: { code: 'meeting.number-taken' },
      })
    const other = await rows.body(ctx, 'คณะทำงาน')
    expect((await addMeeting(ctx, stated(other))).ok).toBe(true)
    expect((await addMeeting(ctx, stated(bodyId, { heldOn: '2023-11-07' }))).ok).toBe(true)
  })

  it('takes one of two that are added at once under one number', async () => {
    const { ctx, bodyId } = await anOffice()
    const both = await Promise.all([addMeeting(ctx, stated(bodyId)), addMeeting(ctx, stated(bodyId))])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: { code: 'meeting.number-taken' } }])
  })

  it('gives the number of a cancelled meeting again', async () => {
    const { ctx, bodyId } = await anOffice()
    const meetingId = await added(ctx, stated(bodyId, { state: 'planned' }))
    expect((await cancelMeeting(ctx, { meetingId, seenVersion: 1 })).ok).toBe(true)
    expect((await addMeeting(ctx, stated(bodyId))).ok).toBe(true)
  })

  it.each([
    ['a day to come is not held', { heldOn: '2024-11-09' }, 'meeting.in-future'],
    ['no number', { number: '  ' }, 'meeting.no-number'],
    ['a time that is none', { startsAt: '25.00' }, 'meeting.bad-time'],
    ['an end before the start', { endsAt: '09.00' }, 'meeting.ends-before-start'],
    ['a body that is not there', { bodyId: randomUUID() }, 'body.unknown'],
  ] as const)('refuses: %s', async (_, given, code) => {
    const { ctx, bodyId } = await anOffice()
    expect(await addMeeting(ctx, stated(bodyId, given))).toEqual({ ok: false, error: { code } })
  })

  it('is refused to who may only read', async () => {
    const { ctx, bodyId } = await anOffice()
    const reader = as(ctx, (await aPerson(ctx, { role: 'executive' })).id, ['executive'])
    expect(await addMeeting(reader, stated(bodyId))).toMatchObject({ error: { code: 'permission.refused' } })
  })
})

it('a planned meeting is held on its day, not before', async () => {
  const { ctx, bodyId } = await anOffice()
  const meetingId = await added(ctx, stated(bodyId, { state: 'planned', heldOn: '2024-11-20' }))
  const which = { meetingId, seenVersion: 1 }
  expect(await markMeetingHeld(ctx, which)).toEqual({ ok: false, error: { code: 'meeting.in-future' } })
  expect((await markMeetingHeld(at(ctx, '2024-11-20T03:00:00Z'), which)).ok).toBe(true)
  expect((await meetingOf(ctx, meetingId)).state).toBe('held')
})

describe('two secretaries in one meeting', () => {
  const opened = async () => {
    const { ctx, bodyId } = await anOffice()
    const meetingId = await added(ctx, stated(bodyId))
    const { facts: seen, version: seenVersion } = await meetingOf(ctx, meetingId)
    const change = (mine: Partial<MeetingFacts>) => changeMeeting(ctx, { meetingId, seenVersion, seen, mine })
    return { ctx, meetingId, change }
  }

  it('lose nothing where they changed different facts', async () => {
    const { ctx, meetingId, change } = await opened()
    expect((await change({ place: 'ห้องประชุม 2' })).ok).toBe(true)
    expect((await change({ place: 'ห้องประชุม 1', secretary: 'มานี ตัวอย่าง' })).ok).toBe(true)
    expect((await meetingOf(ctx, meetingId)).facts).toMatchObject({
      place: 'ห้องประชุม 2',
      secretary: 'มานี ตัวอย่าง',
    })
  })

  it('are shown both sides where they changed the same fact, and nothing is saved', async () => {
    const { ctx, meetingId, change } = await opened()
    await change({ place: 'ห้องประชุม 2' })
    expect(await change({ place: 'ห้องประชุม 3' })).toMatchObject({
      error: {
        code: 'meeting.clash',
        version: 2,
        clashes: [{ field: 'place', seen: 'ห้องประชุม 1', theirs: 'ห้องประชุม 2', mine: 'ห้องประชุม 3' }],
      },
    })
    expect((await meetingOf(ctx, meetingId)).facts.place).toBe('ห้องประชุม 2')
  })
})

describe('the agenda', () => {
  it('freezes what is put forward as it stands, and refuses what changed since it was seen', async () => {
    const { ctx, bodyId } = await anOffice()
    const meetingId = await added(ctx, stated(bodyId))
    const { source, now } = aReport()
    const seenHash = contentHash(now)
    const first = await addAgendaItem(ctx, put(meetingId, source, seenHash))
    expect(first).toMatchObject({ ok: true, value: { contentHash: seenHash } })
    now.text = 'ฉบับที่สอง'
    expect(await addAgendaItem(ctx, put(meetingId, source, seenHash))).toEqual({
      ok: false,
      error: { code: 'matter.changed-since' },
    })
    expect(await agendaOf(ctx, meetingId)).toMatchObject([{ number: '4.1', title: 'รายงานผล ประจำปี 2567' }])
    if (!first.ok) return
    const { agendaItemId } = first.value
    expect((await renewMatter(ctx, { agendaItemId, source, seenVersion: 1 })).ok).toBe(true)
    const [item] = await agendaOf(ctx, meetingId)
    expect(item?.matterId).not.toBe(first.value.matterId)
  })

  it('moves an item once for a button pressed twice', async () => {
    const { ctx, bodyId } = await anOffice()
    const meetingId = await added(ctx, stated(bodyId))
    for (const title of ['ก', 'ข'])
      await addAgendaItem(ctx, { meetingId, number: null, title, details: null, matter: null })
    const [, last] = await agendaOf(ctx, meetingId)
    const move = { agendaItemId: last?.id ?? '', to: 'earlier', seenPosition: last?.position ?? 0 } as const
    expect((await moveAgendaItem(ctx, move)).ok).toBe(true)
    expect(await moveAgendaItem(ctx, move)).toMatchObject({ error: { code: 'agenda-item.clash' } })
    expect((await agendaOf(ctx, meetingId)).map(({ title }) => title)).toEqual(['ข', 'ก'])
  })

  it('takes no item for a meeting that is cancelled', async () => {
    const { ctx, bodyId } = await anOffice()
    const meetingId = await added(ctx, stated(bodyId))
    await cancelMeeting(ctx, { meetingId, seenVersion: 1 })
    expect(await addAgendaItem(ctx, put(meetingId, aReport().source))).toEqual({
      ok: false,
      error: { code: 'meeting.cancelled' },
    })
  })
})

it('a meeting that resolved something keeps its body, day and form, its item, and is not cancelled', async () => {
  const { ctx, bodyId } = await anOffice()
  const other = await rows.body(ctx, 'คณะทำงาน')
  const meetingId = await added(ctx, stated(bodyId))
  const { source } = aReport()
  const item = await addAgendaItem(ctx, put(meetingId, source))
  if (!item.ok) throw new Error(item.error.code)
  const { agendaItemId, contentHash: seenHash } = item.value
  const resolved = await recordResolution(ctx, {
    agendaItemId,
    seenHash,
    decision: 'approved',
    wording: 'เห็นชอบ',
    confirmsContent: true,
    tasks: [],
  })
  expect(resolved.ok).toBe(true)
  const change = (mine: Partial<MeetingFacts>) =>
    changeMeeting(ctx, { meetingId, seenVersion: 1, seen: null, mine })
  const refused = { ok: false, error: { code: 'meeting.has-resolutions' } }
  for (const mine of [{ bodyId: other }, { heldOn: '2024-11-06' }, { form: 'circular' }] as const)
    expect(await change(mine)).toEqual(refused)
  expect(await cancelMeeting(ctx, { meetingId, seenVersion: 1 })).toEqual(refused)
  const which = { agendaItemId, seenVersion: 1 }
  for (const done of [await removeAgendaItem(ctx, which), await renewMatter(ctx, { ...which, source })])
    expect(done).toEqual({ ok: false, error: { code: 'agenda-item.has-resolution' } })
  expect((await change({ place: 'ห้องประชุม 2' })).ok).toBe(true)
})
