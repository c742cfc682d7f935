import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at } from '../../../../tests/support/agency-at-work.ts'
import { approvalRows } from '../../../../tests/support/approval-rows.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { anEvidenceLink } from '../../../../tests/support/evidence-builders.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import { listEvidenceFor } from '../../evidence/evidence.queries.server.ts'
import { insertUnit } from '../../people/directory/unit.repo.server.ts'
import type { MatterSources } from '../matter-source.server.ts'
import { makePublic } from '../publications/publication.repo.server.ts'
import { findAgendaPage } from './agenda-page.queries.server.ts'
import { findMeetingNames } from './meeting-names.queries.server.ts'
import { findResolutionPage } from './resolution-page.queries.server.ts'
import { countOwnTasks, listTasks } from './tasks.queries.server.ts'
import { attachPapers, detachPaper } from './usecases/attach-paper.server.ts'
import { recordResolution } from './usecases/record-resolution.server.ts'
import { withdrawResolution } from './usecases/withdraw-resolution.server.ts'

let database: TestDatabase
let rows: ReturnType<typeof approvalRows>
beforeAll(async () => {
  database = await freshDatabase()
  rows = approvalRows(database)
})
afterAll(() => database.drop())

const FIRST = { text: 'ฉบับแรก' }

/** A report that says something now; null where it is gone. */
const saying = (content: object | null): MatterSources => ({
  report: {
    kind: 'report',
    list: async () => [],
    read: async (_tx, _ctx, { key }) =>
      content && { kind: 'report', key, title: 'รายงาน', content, contentHash: contentHash(content) },
    cells: (before, after) => {
      const cells = (of: object) =>
        Object.entries(of).map(([id, text]) => ({
          id,
          label: { th: id, en: id },
          text: String(text),
          print: String(text),
        }))
      return { before: cells(before), after: cells(after) }
    },
    paper: async () => null,
    part: (key) => `cycles/${key}/report`,
  },
})

async function heldMeeting() {
  const ctx = await anAgency(database, '2024-11-05T03:00:00Z')
  const bodyId = await rows.body(ctx)
  await rows.chain(ctx, [bodyId])
  const matter = await rows.matter(ctx, FIRST)
  const meetingId = await rows.meeting(ctx, { bodyId })
  const agendaItemId = await rows.item(ctx, { meetingId, matterId: matter.id })
  return { ctx: at(ctx, '2024-11-08T03:00:00Z'), bodyId, meetingId, matter, agendaItemId }
}
type Given = Awaited<ReturnType<typeof heldMeeting>>

async function record(
  { ctx, agendaItemId, matter }: Given,
  over: Partial<Parameters<typeof recordResolution>[1]> = {},
): Promise<string> {
  const done = await recordResolution(ctx, {
    agendaItemId,
    seenHash: matter.contentHash,
    decision: 'approved',
    wording: 'มีมติเห็นชอบ',
    confirmsContent: false,
    tasks: [],
    ...over,
  })
  if (!done.ok) throw new Error(done.error.code)
  return done.value.resolutionId
}

describe('the page of an agenda item', () => {
  it('tells whether the thing is still what was frozen of it', async () => {
    const given = await heldMeeting()
    const freshness = async (content: object | null) =>
      (await findAgendaPage(given.ctx, saying(content), given.agendaItemId))?.freshness
    expect(await freshness(FIRST)).toBe('same')
    expect(await freshness({ text: 'ฉบับแก้ไข' })).toBe('changed')
    expect(await freshness(null)).toBe('gone')
    expect((await findAgendaPage(given.ctx, {}, given.agendaItemId))?.freshness).toBe('unknown')
  })

  it('says who records, and is not there for an item that was removed, or of another agency', async () => {
    const given = await heldMeeting()
    const person = as(given.ctx, (await aPerson(given.ctx)).id, ['ita-coordinator'])
    expect(await findAgendaPage(person, {}, given.agendaItemId)).toMatchObject({
      recordRefusal: { code: 'resolution.not-recorder' },
      recorders: ['meeting-secretary'],
      chain: { steps: [{ bodyId: given.bodyId }] },
    })
    const stranger = await anAgency(database)
    expect(await findAgendaPage(stranger, {}, given.agendaItemId)).toBeNull()
    expect(await findAgendaPage(given.ctx, {}, 'no-identifier')).toBeNull()
    await database.owner.query('update agenda_item set removed_at = now() where id = $1', [
      given.agendaItemId,
    ])
    expect(await findAgendaPage(given.ctx, {}, given.agendaItemId)).toBeNull()
  })

  it('shows the resolution that stands, and those that were withdrawn', async () => {
    const given = await heldMeeting()
    const wrong = await record(given, { decision: 'rejected' })
    await withdrawResolution(given.ctx, { resolutionId: wrong, reason: 'บันทึกผิด' })
    const right = await record(given)
    expect(await findAgendaPage(given.ctx, saying(FIRST), given.agendaItemId)).toMatchObject({
      resolution: { id: right, decision: 'approved' },
      withdrawn: [{ id: wrong, withdrawn: { reason: 'บันทึกผิด' } }],
    })
  })
})

describe('the page of a resolution', () => {
  it('still shows what the meeting saw after the thing was changed, and tells that it was', async () => {
    const given = await heldMeeting()
    const id = await record(given)
    expect(await findResolutionPage(given.ctx, saying({ text: 'แก้ไขหลังเห็นชอบ' }), id)).toMatchObject({
      freshness: 'changed',
      matter: { contentHash: given.matter.contentHash },
      resolution: { contentHash: given.matter.contentHash, decidedOn: '2024-11-07' },
      cells: [{ id: 'text', text: 'ฉบับแรก' }],
    })
  })

  it('names the publications that rest on it, and what was recorded in its place', async () => {
    const given = await heldMeeting()
    const id = await record(given)
    const published = await withAgency(given.ctx.db, given.ctx.agency.id, (tx) =>
      makePublic(tx, given.ctx, {
        agencyId: given.ctx.agency.id,
        kind: 'report',
        key: '2567',
        contentHash: given.matter.contentHash,
        proof: {},
      }),
    )
    expect(published).toMatchObject({ ok: true })
    await withdrawResolution(given.ctx, { resolutionId: id, reason: 'บันทึกผิด' })
    const other = await record(given, { decision: 'returned' })
    expect(await findResolutionPage(given.ctx, saying(FIRST), id)).toMatchObject({
      publications: [{ kind: 'report', key: '2567', version: 1, isWithdrawn: false }],
      replacedBy: other,
    })
    expect((await findResolutionPage(given.ctx, saying(FIRST), other))?.publications).toEqual([])
    expect(await findResolutionPage(await anAgency(database), saying(FIRST), id)).toBeNull()
  })
})

describe('the list of tasks', () => {
  it('has those of the resolutions that stand, and counts the open ones of a person', async () => {
    const given = await heldMeeting()
    const unitId = await withAgency(given.ctx.db, given.ctx.agency.id, (tx) =>
      insertUnit(tx, given.ctx.agency.id, {
        code: null,
        nameTh: 'สำนักอำนวยการ',
        nameEn: null,
        parentId: null,
        validFrom: '2024-01-01',
      }),
    )
    const { id } = await aPerson(given.ctx, { role: 'unit-owner', unitId })
    const owner = as(at(given.ctx, '2024-12-01T03:00:00Z'), id, [{ role: 'unit-owner', unitId }])
    const task = { text: 'แก้ไข', dueOn: '2024-11-30', unitId, personId: null }
    const resolutionId = await record(given, {
      tasks: [task, { ...task, dueOn: null }, { ...task, unitId: null }],
    })
    expect(await listTasks(owner)).toMatchObject([
      {
        text: 'แก้ไข',
        unit: { nameTh: 'สำนักอำนวยการ' },
        resolution: { id: resolutionId, meetingNumber: '9/2567' },
      },
      { dueOn: null },
      { unit: null },
    ])
    expect(await countOwnTasks(owner)).toEqual({ open: 2, late: 1 })
    await withdrawResolution(given.ctx, { resolutionId, reason: 'บันทึกผิด' })
    expect(await listTasks(owner)).toEqual([])
    expect(await countOwnTasks(owner)).toEqual({ open: 0, late: 0 })
  })
})

describe('papers of an item', () => {
  it('are attached by who prepares meetings, to an item that is there', async () => {
    const given = await heldMeeting()
    const evidenceIds = ['00000000-0000-4000-8000-000000000000']
    const { agendaItemId } = given
    const owner = as(given.ctx, (await aPerson(given.ctx)).id, ['unit-owner'])
    expect(await attachPapers(owner, { agendaItemId, evidenceIds })).toMatchObject({
      error: { code: 'permission.refused' },
    })
    expect(await attachPapers(given.ctx, { agendaItemId: given.meetingId, evidenceIds })).toMatchObject({
      error: { code: 'agenda-item.unknown' },
    })
    expect(await attachPapers(given.ctx, { agendaItemId, evidenceIds })).toMatchObject({
      error: { code: 'evidence.unknown' },
    })
    const evidenceId = await anEvidenceLink(given.ctx)
    expect(await attachPapers(given.ctx, { agendaItemId, evidenceIds: [evidenceId] })).toEqual({
      ok: true,
      value: [evidenceId],
    })
    expect(await listEvidenceFor(given.ctx, { kind: 'agenda-item', id: agendaItemId })).toMatchObject([
      { id: evidenceId },
    ])
    const uses = [
      { kind: 'agenda-item', id: agendaItemId },
      { kind: 'meeting', id: given.meetingId },
      { kind: 'measure', id: agendaItemId },
    ] as const
    expect([...(await findMeetingNames(given.ctx, uses, 'th'))]).toEqual([
      [
        `meeting ${given.meetingId}`,
        { title: 'ที่ประชุมฝ่ายบริหาร ครั้งที่ 9/2567', part: `meetings/${given.meetingId}` },
      ],
      [
        `agenda-item ${agendaItemId}`,
        {
          title: 'รายงานผล ประจำปี 2567 (ที่ประชุมฝ่ายบริหาร ครั้งที่ 9/2567)',
          part: `agenda/${agendaItemId}`,
        },
      ],
    ])
    expect(await detachPaper(given.ctx, { agendaItemId, evidenceId })).toEqual({ ok: true, value: true })
    await database.owner.query(`update meeting set state = 'cancelled' where id = $1`, [given.meetingId])
    expect(await attachPapers(given.ctx, { agendaItemId, evidenceIds: [evidenceId] })).toMatchObject({
      error: { code: 'meeting.cancelled' },
    })
  })
})
