import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { approvalRows } from '../../../../../tests/support/approval-rows.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import type { RoleName } from '../../../../kernel/actor.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { insertUnit } from '../../../people/directory/unit.repo.server.ts'
import { readStanding } from '../../standing/standing.queries.server.ts'
import { finishTask, reopenTask } from './finish-task.server.ts'
import { recordResolution } from './record-resolution.server.ts'
import { withdrawResolution } from './withdraw-resolution.server.ts'

let database: TestDatabase
let rows: ReturnType<typeof approvalRows>
beforeAll(async () => {
  database = await freshDatabase()
  rows = approvalRows(database)
})
afterAll(() => database.drop())

/** A meeting of 7 November that saw a report, frozen two days before, in a chain that its secretary records. */
async function heldMeeting(given: Parameters<typeof rows.chain>[2] = {}) {
  const ctx = await anAgency(database, '2024-11-05T03:00:00Z')
  const bodyId = await rows.body(ctx)
  await rows.chain(ctx, [bodyId], given)
  const matter = await rows.matter(ctx)
  const meetingId = await rows.meeting(ctx, { bodyId })
  const agendaItemId = await rows.item(ctx, { meetingId, matterId: matter.id })
  return { ctx: at(ctx, '2024-11-08T03:00:00Z'), bodyId, meetingId, matter, agendaItemId }
}

const holding = async (ctx: Ctx, role: RoleName, name = 'เลขานุการ ตัวอย่าง') =>
  as(ctx, (await aPerson(ctx, { name, role })).id, [role])

const asked = ({ agendaItemId, matter }: { agendaItemId: string; matter: { contentHash: string } }) => ({
  agendaItemId,
  seenHash: matter.contentHash as string | null,
  decision: 'approved' as const,
  wording: 'ที่ประชุมพิจารณาแล้ว มีมติเห็นชอบ',
  confirmsContent: false,
  tasks: [],
})

const kept = async (ctx: Ctx) =>
  (
    await database.owner.query('select * from resolution where agency_id = $1 order by withdrawn_at', [
      ctx.agency.id,
    ])
  ).rows

const standing = (ctx: Ctx, contentHash: string) =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    readStanding(tx, ctx.agency.id, { kind: 'report', key: '2567', contentHash }),
  )

describe('recording a resolution', () => {
  it('keeps what was decided, of which content, on the day of the meeting and on the day of its entry', async () => {
    const given = await heldMeeting()
    const secretary = await holding(given.ctx, 'meeting-secretary')
    const done = await recordResolution(secretary, asked(given))
    expect(done).toMatchObject({ ok: true, value: { resolutionId: expect.any(String) } })
    expect(await kept(given.ctx)).toMatchObject([
      {
        agenda_item_id: given.agendaItemId,
        matter_id: given.matter.id,
        content_hash: given.matter.contentHash,
        decision: 'approved',
        decided_on: '2024-11-07',
        recorded_at: new Date('2024-11-08T03:00:00Z'),
        recorded_by_name: 'ผู้ทำงาน ตัวอย่าง',
        origin: 'entered',
      },
    ])
    expect((await standing(given.ctx, given.matter.contentHash)).isComplete).toBe(true)
    expect(
      (await auditOf(database, given.ctx)).filter(({ action }) => action === 'resolution.recorded'),
    ).toMatchObject([
      {
        detail: {
          decision: 'approved',
          contentHash: given.matter.contentHash,
          decidedOn: '2024-11-07',
          tasks: 0,
        },
      },
    ])
  })

  it('is refused of an item that is not there or was removed, and changes nothing', async () => {
    const given = await heldMeeting()
    for (const agendaItemId of [randomUUID(), 'no-identifier', `${given.agendaItemId}'--`])
      expect(await recordResolution(given.ctx, { ...asked(given), agendaItemId })).toEqual({
        ok: false,
        error: { code: 'agenda-item.unknown' },
      })
    await database.owner.query('update agenda_item set removed_at = now() where id = $1', [
      given.agendaItemId,
    ])
    expect(await recordResolution(given.ctx, asked(given))).toMatchObject({
      error: { code: 'agenda-item.unknown' },
    })
    expect(await kept(given.ctx)).toEqual([])
  })

  it('is refused of an item of another agency', async () => {
    const [ours, theirs] = [await heldMeeting(), await heldMeeting()]
    expect(await recordResolution(ours.ctx, asked(theirs))).toMatchObject({
      error: { code: 'agenda-item.unknown' },
    })
  })

  it('about nothing that the program knows names no content, and passes no step', async () => {
    const given = await heldMeeting()
    const bare = await rows.item(given.ctx, {
      meetingId: given.meetingId,
      title: 'เรื่องแจ้งเพื่อทราบ',
      position: 2,
    })
    const invented = { ...asked(given), agendaItemId: bare }
    expect(await recordResolution(given.ctx, invented)).toMatchObject({
      error: { code: 'resolution.no-content' },
    })
    expect(await recordResolution(given.ctx, { ...invented, seenHash: null })).toMatchObject({ ok: true })
    expect(await kept(given.ctx)).toMatchObject([{ matter_id: null, content_hash: null }])
    expect((await standing(given.ctx, given.matter.contentHash)).isComplete).toBe(false)
  })

  it('is refused where the item puts another content forward than the one that was before the eyes', async () => {
    const given = await heldMeeting()
    const newer = await rows.matter(given.ctx, { text: 'ฉบับแก้ไข' })
    await database.owner.query('update agenda_item set matter_id = $2 where id = $1', [
      given.agendaItemId,
      newer.id,
    ])
    expect(await recordResolution(given.ctx, asked(given))).toMatchObject({
      error: { code: 'resolution.content-changed' },
    })
    expect(await kept(given.ctx)).toEqual([])
  })

  it('about a content frozen after the meeting asks whether that is what the meeting saw', async () => {
    const given = await heldMeeting()
    const late = await rows.matter(given.ctx, { text: 'บันทึกหลังประชุม' })
    const agendaItemId = await rows.item(given.ctx, {
      meetingId: given.meetingId,
      matterId: late.id,
      position: 2,
    })
    const about = asked({ agendaItemId, matter: late })
    expect(await recordResolution(given.ctx, about)).toMatchObject({
      error: { code: 'resolution.unconfirmed' },
    })
    expect(await recordResolution(given.ctx, { ...about, confirmsContent: true })).toMatchObject({ ok: true })
  })

  it('is refused of a meeting that is planned, cancelled or still to come', async () => {
    const given = await heldMeeting()
    for (const [state, heldOn, code] of [
      ['planned', '2024-11-07', 'resolution.not-held'],
      ['cancelled', '2024-11-07', 'meeting.cancelled'],
      ['held', '2024-11-09', 'meeting.in-future'],
    ] as const) {
      const meetingId = await rows.meeting(given.ctx, {
        bodyId: given.bodyId,
        number: `${code}`,
        state,
        heldOn,
      })
      const agendaItemId = await rows.item(given.ctx, { meetingId, matterId: given.matter.id })
      expect(await recordResolution(given.ctx, { ...asked(given), agendaItemId })).toMatchObject({
        error: { code },
      })
    }
    expect(await kept(given.ctx)).toEqual([])
  })

  it('is for the roles that the step of the chain names, whatever other roles may elsewhere', async () => {
    const given = await heldMeeting({ recorders: ['approver'] })
    const [secretary, approver, owner] = [
      await holding(given.ctx, 'meeting-secretary'),
      await holding(given.ctx, 'approver'),
      await holding(given.ctx, 'auditor'),
    ]
    expect(await recordResolution(secretary, asked(given))).toMatchObject({
      error: { code: 'resolution.not-recorder' },
    })
    expect(await recordResolution(owner, asked(given))).toMatchObject({
      error: { code: 'permission.refused', roles: ['approver'] },
    })
    expect(await recordResolution(approver, asked(given))).toMatchObject({ ok: true })
  })

  it('by two secretaries at once is kept of one; the other is told, and one entry is in the audit log', async () => {
    const given = await heldMeeting()
    const [one, other] = [
      await holding(given.ctx, 'meeting-secretary', 'คนแรก'),
      await holding(given.ctx, 'meeting-secretary', 'คนที่สอง'),
    ]
    const results = await Promise.all([
      recordResolution(one, asked(given)),
      recordResolution(other, { ...asked(given), decision: 'returned', wording: 'ให้นำกลับมาเสนอใหม่' }),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'resolution.already-there' } })
    expect(await kept(given.ctx)).toHaveLength(1)
    expect(
      (await auditOf(database, given.ctx)).filter(({ action }) => action === 'resolution.recorded'),
    ).toHaveLength(1)
  })

  it('keeps a hostile wording as the text that it is, and refuses an endless one', async () => {
    const given = await heldMeeting()
    const hostile = `<script>alert(1)</script> #eval("1+1") \${7*7} '; drop table resolution; -- ${'ก'.repeat(9_900)}`
    expect(await recordResolution(given.ctx, { ...asked(given), wording: 'ก'.repeat(10_001) })).toMatchObject(
      {
        error: { code: 'resolution.long-text' },
      },
    )
    expect(await recordResolution(given.ctx, { ...asked(given), wording: hostile })).toMatchObject({
      ok: true,
    })
    expect(await kept(given.ctx)).toMatchObject([{ wording: hostile }])
  })
})

describe('withdrawing a resolution', () => {
  it('keeps it with the reason, ends what it passed, and lets another be recorded', async () => {
    const given = await heldMeeting()
    const secretary = await holding(given.ctx, 'meeting-secretary')
    const first = await recordResolution(secretary, asked(given))
    if (!first.ok) throw new Error(first.error.code)
    const { resolutionId } = first.value
    expect(await withdrawResolution(secretary, { resolutionId, reason: ' ' })).toMatchObject({
      error: { code: 'resolution.no-reason' },
    })
    expect(await withdrawResolution(secretary, { resolutionId, reason: 'บันทึกผิดวาระ' })).toEqual({
      ok: true,
      value: null,
    })
    expect((await standing(given.ctx, given.matter.contentHash)).isComplete).toBe(false)
    expect(await recordResolution(secretary, { ...asked(given), decision: 'rejected' })).toMatchObject({
      ok: true,
    })
    expect(await kept(given.ctx)).toMatchObject([
      { id: resolutionId, decision: 'approved', withdrawn_reason: 'บันทึกผิดวาระ' },
      { decision: 'rejected', withdrawn_at: null },
    ])
  })

  it('happens once, of what is there, by who may', async () => {
    const given = await heldMeeting()
    const secretary = await holding(given.ctx, 'meeting-secretary')
    const done = await recordResolution(secretary, asked(given))
    if (!done.ok) throw new Error(done.error.code)
    const { resolutionId } = done.value
    const reason = 'บันทึกผิด'
    expect(
      await withdrawResolution(await holding(given.ctx, 'executive'), { resolutionId, reason }),
    ).toMatchObject({
      error: { code: 'permission.refused' },
    })
    for (const unknown of [randomUUID(), 'x'])
      expect(await withdrawResolution(secretary, { resolutionId: unknown, reason })).toMatchObject({
        error: { code: 'resolution.unknown' },
      })
    const twice = await Promise.all([
      withdrawResolution(secretary, { resolutionId, reason }),
      withdrawResolution(secretary, { resolutionId, reason: 'อีกครั้ง' }),
    ])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    expect(twice.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'resolution.withdrawn' } })
    expect(
      (await auditOf(database, given.ctx)).filter(({ action }) => action === 'resolution.withdrawn'),
    ).toHaveLength(1)
  })
})

describe('tasks of a resolution', () => {
  const aUnit = (ctx: Ctx, nameTh: string) =>
    withAgency(ctx.db, ctx.agency.id, (tx) =>
      insertUnit(tx, ctx.agency.id, {
        code: null,
        nameTh,
        nameEn: null,
        parentId: null,
        validFrom: '2024-01-01',
      }),
    )

  async function withTasks() {
    const given = await heldMeeting()
    const unitId = await aUnit(given.ctx, 'สำนักอำนวยการ')
    const other = await aUnit(given.ctx, 'ฝ่ายพัสดุ')
    const owner = await aPerson(given.ctx, { role: 'unit-owner', unitId })
    const stranger = await aPerson(given.ctx, { role: 'unit-owner', unitId: other })
    const named = await aPerson(given.ctx, {})
    const secretary = await holding(given.ctx, 'meeting-secretary')
    const done = await recordResolution(secretary, {
      ...asked(given),
      tasks: [
        { text: 'แก้ไขมาตรการที่ 4', dueOn: '2024-11-30', unitId, personId: null },
        { text: 'รายงานผลต่อที่ประชุม', dueOn: null, unitId: null, personId: named.id },
      ],
    })
    if (!done.ok) throw new Error(done.error.code)
    const { rows: tasks } = await database.owner.query(
      'select id, text, due_on::text, done_at, done_by_name, done_note from resolution_task where agency_id = $1 order by position',
      [given.ctx.agency.id],
    )
    const unitOwner = (id: string, unit: string) => as(given.ctx, id, [{ role: 'unit-owner', unitId: unit }])
    return {
      ...given,
      secretary,
      resolutionId: done.value.resolutionId,
      tasks,
      owner: unitOwner(owner.id, unitId),
      stranger: unitOwner(stranger.id, other),
      named: as(given.ctx, named.id, []),
    }
  }

  it('are told to who answers for the unit, or to the person they name', async () => {
    const given = await withTasks()
    const { rows: notices } = await database.owner.query(
      'select person_id, kind, part, detail from notice where agency_id = $1',
      [given.ctx.agency.id],
    )
    const told = (who: Ctx) =>
      notices.filter(({ person_id }) => who.actor.kind === 'person' && person_id === who.actor.id)
    expect(notices).toHaveLength(2)
    expect(told(given.owner)).toMatchObject([
      {
        kind: 'resolution-task.assigned',
        part: 'resolution-tasks',
        detail: { title: 'แก้ไขมาตรการที่ 4', day: '2024-11-30' },
      },
    ])
    expect(told(given.named)).toMatchObject([{ detail: { title: 'รายงานผลต่อที่ประชุม' } }])
  })

  it('name units and people who are there', async () => {
    const given = await heldMeeting()
    const task = { text: 'แก้ไข', dueOn: null, unitId: null, personId: null }
    const gone = await aPerson(given.ctx, {})
    await database.owner.query('update person set disabled_at = now() where id = $1', [gone.id])
    for (const [over, code] of [
      [{ unitId: randomUUID() }, 'resolution-task.unknown-unit'],
      [{ unitId: 'x' }, 'resolution-task.unknown-unit'],
      [{ personId: gone.id }, 'resolution-task.unknown-person'],
    ] as const)
      expect(
        await recordResolution(given.ctx, { ...asked(given), tasks: [task, { ...task, ...over }] }),
      ).toEqual({ ok: false, error: { code, row: 1 } })
    expect(await kept(given.ctx)).toEqual([])
  })

  it('are finished by their unit or their person, once, and opened again', async () => {
    const given = await withTasks()
    const [ofUnit, ofPerson] = given.tasks.map(({ id }) => id as string)
    if (ofUnit === undefined || ofPerson === undefined) throw new Error('two tasks were recorded')
    const finish = (who: Ctx, taskId: string) => finishTask(who, { taskId, note: ' เสร็จแล้ว ' })
    expect(await finish(given.stranger, ofUnit)).toMatchObject({ error: { code: 'permission.refused' } })
    expect(await finish(given.named, ofUnit)).toMatchObject({ error: { code: 'permission.refused' } })
    expect(await finish(given.owner, ofUnit)).toEqual({ ok: true, value: null })
    expect(await finish(given.owner, ofUnit)).toMatchObject({
      error: { code: 'resolution-task.done-already' },
    })
    expect(await finish(given.named, ofPerson)).toEqual({ ok: true, value: null })
    expect(await reopenTask(given.stranger, { taskId: ofUnit })).toMatchObject({
      error: { code: 'permission.refused' },
    })
    expect(await reopenTask(given.owner, { taskId: ofUnit })).toEqual({ ok: true, value: null })
    expect(await reopenTask(given.owner, { taskId: ofUnit })).toMatchObject({
      error: { code: 'resolution-task.open-already' },
    })
    const { rows: tasks } = await database.owner.query(
      'select done_at, done_by_name, done_note from resolution_task where agency_id = $1 order by position',
      [given.ctx.agency.id],
    )
    expect(tasks).toEqual([
      { done_at: null, done_by_name: null, done_note: null },
      { done_at: new Date('2024-11-08T03:00:00Z'), done_by_name: 'ผู้ทำงาน ตัวอย่าง', done_note: 'เสร็จแล้ว' },
    ])
    expect((await auditOf(database, given.ctx)).map(({ action }) => action)).toEqual([
      'resolution.recorded',
      'permission.refused',
      'permission.refused',
      'resolution-task.finished',
      'resolution-task.finished',
      'permission.refused',
      'resolution-task.reopened',
    ])
  })

  it('end with their resolution', async () => {
    const given = await withTasks()
    await withdrawResolution(given.secretary, { resolutionId: given.resolutionId, reason: 'บันทึกผิด' })
    expect(await finishTask(given.owner, { taskId: given.tasks[0].id, note: null })).toMatchObject({
      error: { code: 'resolution.withdrawn' },
    })
    expect(await finishTask(given.secretary, { taskId: randomUUID(), note: null })).toMatchObject({
      error: { code: 'resolution-task.unknown' },
    })
  })
})
