import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { approvalRows } from '../../../../../tests/support/approval-rows.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { anEvidenceLink } from '../../../../../tests/support/evidence-builders.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { contentHash } from '../../../../platform/hash/content-hash.ts'
import { listEvidenceFor } from '../../../evidence/evidence.queries.server.ts'
import type { MatterSource } from '../../matter-source.server.ts'
import { findMeetingPage } from '../meeting-page.queries.server.ts'
import { listMeetings } from '../meetings.queries.server.ts'
import { addAgendaItem } from './add-agenda-item.server.ts'
import { attachMinutes, detachMinutes } from './attach-minutes.server.ts'
import { changeAgendaItem } from './change-agenda-item.server.ts'
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

const FIRST = { text: 'ฉบับแรก' }
const SECOND = { text: 'ฉบับแก้ไข' }

/** A report that says this now; null where it is gone. */
const saying = (content: object | null): MatterSource => ({
  kind: 'report',
  list: async () => [],
  read: async (_tx, _ctx, { key }) =>
    content && { kind: 'report', key, title: 'รายงานผล', content, contentHash: contentHash(content) },
  cells: () => ({ before: [], after: [] }),
  paper: async () => null,
  part: (key) => `cycles/${key}/report`,
})

async function aMeeting() {
  const agency = await anAgency(database, '2024-11-08T03:00:00Z')
  const bodyId = await rows.body(agency)
  const meetingId = await rows.meeting(agency, { bodyId })
  const person = await aPerson(agency, { role: 'meeting-secretary' })
  return { ctx: as(agency, person.id, ['meeting-secretary']), bodyId, meetingId }
}

const item = (meetingId: string, over: Partial<Parameters<typeof addAgendaItem>[1]> = {}) => ({
  meetingId,
  number: '๔.๑',
  title: 'เรื่องแจ้งเพื่อทราบ' as string | null,
  details: null,
  matter: null,
  ...over,
})

async function added(ctx: Ctx, given: Parameters<typeof addAgendaItem>[1]): Promise<string> {
  const done = await addAgendaItem(ctx, given)
  if (!done.ok) throw new Error(done.error.code)
  return done.value.agendaItemId
}

const agenda = async (ctx: Ctx, meetingId: string) => (await findMeetingPage(ctx, meetingId))?.items ?? []
const titles = async (ctx: Ctx, meetingId: string) => (await agenda(ctx, meetingId)).map(({ title }) => title)

const resolve = (ctx: Ctx, itemId: string) =>
  database.owner.query(
    `insert into resolution (agency_id, id, agenda_item_id, decision, wording, decided_on, recorded_at, recorded_by_name, origin)
     values ($1, $2, $3, 'approved', 'เห็นชอบ', '2024-11-07', now(), 'test', 'entered')`,
    [ctx.agency.id, randomUUID(), itemId],
  )

describe('putting something on an agenda', () => {
  it('freezes the content as it stands, under its own title where none is given', async () => {
    const { ctx, meetingId } = await aMeeting()
    const matter = { source: saying(FIRST), key: '2567', seenHash: contentHash(FIRST) }
    const done = await addAgendaItem(ctx, item(meetingId, { title: null, matter }))
    expect(done).toMatchObject({ ok: true, value: { contentHash: contentHash(FIRST) } })
    expect(await agenda(ctx, meetingId)).toMatchObject([
      {
        number: '4.1',
        title: 'รายงานผล',
        matter: { kind: 'report', contentHash: contentHash(FIRST) },
        resolution: null,
      },
    ])
  })

  it('is refused where the content changed since the page was opened, and puts nothing there', async () => {
    const { ctx, meetingId } = await aMeeting()
    const matter = { source: saying(SECOND), key: '2567', seenHash: contentHash(FIRST) }
    expect(await addAgendaItem(ctx, item(meetingId, { matter }))).toEqual({
      ok: false,
      error: { code: 'matter.changed-since' },
    })
    const gone = { source: saying(null), key: '2567', seenHash: contentHash(FIRST) }
    expect(await addAgendaItem(ctx, item(meetingId, { matter: gone }))).toMatchObject({
      error: { code: 'matter.unknown' },
    })
    expect(await agenda(ctx, meetingId)).toEqual([])
    expect((await auditOf(database, ctx)).filter(({ action }) => action === 'agenda-item.added')).toEqual([])
  })

  it('is refused without a subject, of a cancelled meeting, and of another agency', async () => {
    const { ctx, bodyId, meetingId } = await aMeeting()
    expect(await addAgendaItem(ctx, item(meetingId, { title: ' \u200b ' }))).toMatchObject({
      error: { code: 'agenda-item.no-title' },
    })
    const cancelled = await rows.meeting(ctx, { bodyId, state: 'cancelled' })
    expect(await addAgendaItem(ctx, item(cancelled))).toMatchObject({ error: { code: 'meeting.cancelled' } })
    const stranger = await anAgency(database)
    expect(await addAgendaItem(stranger, item(meetingId))).toMatchObject({
      error: { code: 'meeting.unknown' },
    })
  })

  it('counts on the list of meetings what is still to be resolved', async () => {
    const { ctx, meetingId } = await aMeeting()
    const [first] = [await added(ctx, item(meetingId)), await added(ctx, item(meetingId))]
    await resolve(ctx, first)
    expect(await listMeetings(ctx)).toMatchObject([{ id: meetingId, items: 2, unresolved: 1 }])
  })
})

describe('what an item puts forward', () => {
  it('becomes what the thing is now while nothing is resolved of it', async () => {
    const { ctx, meetingId } = await aMeeting()
    const matter = { source: saying(FIRST), key: '2567', seenHash: null }
    const agendaItemId = await added(ctx, item(meetingId, { matter }))
    const renew = (seenVersion: number) =>
      renewMatter(ctx, { agendaItemId, source: saying(SECOND), seenVersion })
    expect(await renew(7)).toMatchObject({ error: { code: 'agenda-item.clash' } })
    expect(await renew(1)).toEqual({ ok: true, value: { contentHash: contentHash(SECOND) } })
    await resolve(ctx, agendaItemId)
    expect(await renew(2)).toMatchObject({ error: { code: 'agenda-item.has-resolution' } })
  })
})

describe('an item of an agenda', () => {
  it('is called otherwise by one of two who do so at once; the other is told', async () => {
    const { ctx, meetingId } = await aMeeting()
    const agendaItemId = await added(ctx, item(meetingId))
    const change = (title: string) =>
      changeAgendaItem(ctx, { agendaItemId, seenVersion: 1, number: '4.2', title, details: null })
    const both = await Promise.all([change('หนึ่ง'), change('สอง')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'agenda-item.clash' } })
    const changes = (await auditOf(database, ctx)).filter(({ action }) => action === 'agenda-item.changed')
    expect(changes).toMatchObject([{ detail: { fields: 'number, title' } }])
  })

  it('with a resolution is neither called otherwise nor removed', async () => {
    const { ctx, meetingId } = await aMeeting()
    const agendaItemId = await added(ctx, item(meetingId))
    await resolve(ctx, agendaItemId)
    const refused = { ok: false, error: { code: 'agenda-item.has-resolution' } }
    const said = { number: null, title: 'อื่น', details: null }
    expect(await changeAgendaItem(ctx, { agendaItemId, seenVersion: 1, ...said })).toEqual(refused)
    expect(await removeAgendaItem(ctx, { agendaItemId, seenVersion: 1 })).toEqual(refused)
    expect(await titles(ctx, meetingId)).toEqual(['เรื่องแจ้งเพื่อทราบ'])
  })

  it('moves one place for each time that its page was looked at, and the ends stay', async () => {
    const { ctx, meetingId } = await aMeeting()
    const ids = []
    for (const title of ['ก', 'ข', 'ค']) ids.push(await added(ctx, item(meetingId, { title })))
    const [first = '', , last = ''] = ids
    const twice = { agendaItemId: last, to: 'earlier', seenPosition: 3 } as const
    const both = await Promise.all([moveAgendaItem(ctx, twice), moveAgendaItem(ctx, twice)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await titles(ctx, meetingId)).toEqual(['ก', 'ค', 'ข'])
    await moveAgendaItem(ctx, { agendaItemId: first, to: 'earlier', seenPosition: 1 })
    expect(await titles(ctx, meetingId)).toEqual(['ก', 'ค', 'ข'])
    await removeAgendaItem(ctx, { agendaItemId: last, seenVersion: 1 })
    await moveAgendaItem(ctx, { agendaItemId: first, to: 'later', seenPosition: 1 })
    expect(await titles(ctx, meetingId)).toEqual(['ข', 'ก'])
  })

  it('is not changed by who only reads', async () => {
    const { ctx, meetingId } = await aMeeting()
    const agendaItemId = await added(ctx, item(meetingId))
    const auditor = as(ctx, (await aPerson(ctx)).id, ['auditor'])
    const refused = { error: { code: 'permission.refused' } }
    const said = { number: null, title: 'อื่น', details: null }
    expect(await changeAgendaItem(auditor, { agendaItemId, seenVersion: 1, ...said })).toMatchObject(refused)
    expect(await removeAgendaItem(auditor, { agendaItemId, seenVersion: 1 })).toMatchObject(refused)
    expect(await moveAgendaItem(auditor, { agendaItemId, to: 'later', seenPosition: 1 })).toMatchObject(
      refused,
    )
  })
})

describe('signed minutes of a meeting', () => {
  it('are evidence attached to it, and taken off again', async () => {
    const { ctx, meetingId } = await aMeeting()
    const evidenceId = await anEvidenceLink(ctx)
    expect(await attachMinutes(ctx, { meetingId, evidenceIds: [evidenceId] })).toEqual({
      ok: true,
      value: [evidenceId],
    })
    expect(await listEvidenceFor(ctx, { kind: 'meeting', id: meetingId })).toMatchObject([{ id: evidenceId }])
    expect(await detachMinutes(ctx, { meetingId, evidenceId })).toEqual({ ok: true, value: true })
    expect(await listEvidenceFor(ctx, { kind: 'meeting', id: meetingId })).toEqual([])
  })

  it('are refused of a cancelled meeting, and of one that is not there', async () => {
    const { ctx, bodyId } = await aMeeting()
    const evidenceIds = [await anEvidenceLink(ctx)]
    const cancelled = await rows.meeting(ctx, { bodyId, state: 'cancelled' })
    expect(await attachMinutes(ctx, { meetingId: cancelled, evidenceIds })).toMatchObject({
      error: { code: 'meeting.cancelled' },
    })
    expect(await attachMinutes(ctx, { meetingId: 'no-identifier', evidenceIds })).toMatchObject({
      error: { code: 'meeting.unknown' },
    })
  })
})
