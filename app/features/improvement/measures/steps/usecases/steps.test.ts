import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at, auditOf, ORIGIN } from '../../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../../tests/support/database.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
} from '../../../../../../tests/support/working-builders.ts'
import { plain } from '../../../../../kernel/rich-text.ts'
import type { Ctx } from '../../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../../platform/db/tenant.server.ts'
import { holdMeasure, setRemoved } from '../../../working/working.repo.server.ts'
import { findMeasureTable } from '../../facts/measure-table.queries.server.ts'
import { responsibleFor } from '../../responsible.queries.server.ts'
import { lastMoveOf, openReturns } from '../step.domain.ts'
import { listSteps } from '../step.repo.server.ts'
import { acceptMeasure } from './accept-measure.server.ts'
import { reopenMeasure } from './reopen-measure.server.ts'
import { returnMeasure } from './return-measure.server.ts'
import { saveSummary } from './save-summary.server.ts'
import { submitMeasure } from './submit-measure.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** A measure of unit CSR with its owner, another owner, two coordinators and an auditor. */
async function aMeasure() {
  const ctx = await anAgency(database)
  const [csr, dcm] = [await aUnit(ctx, 'CSR'), await aUnit(ctx, 'DCM')]
  const cycleId = await anOpenYear(ctx)
  const issueId = await anIssueAtWork(ctx, { cycleId })
  const measureId = await aMeasureAtWork(ctx, { cycleId, issueId, unitIds: [csr] })
  const person = async (
    email: string | null,
    role: 'unit-owner' | 'ita-coordinator' | 'auditor',
    unitId?: string,
  ) => {
    const { id } = await aPerson(ctx, { name: `คน ${email}`, email, role, unitId: unitId ?? null })
    return { id, ctx: as(ctx, id, [{ role, unitId: unitId ?? null }]) }
  }
  return {
    ctx,
    csr,
    issueId,
    measureId,
    owner: await person('owner@a.example', 'unit-owner', csr),
    stranger: await person('other@a.example', 'unit-owner', dcm),
    coordinator: await person('c1@a.example', 'ita-coordinator'),
    second: await person(null, 'ita-coordinator'),
    auditor: await person('audit@a.example', 'auditor'),
  }
}
type Scene = Awaited<ReturnType<typeof aMeasure>>

const held = (ctx: Ctx, id: string) =>
  withAgency(ctx.db, ctx.agency.id, (tx) => holdMeasure(tx, { agencyId: ctx.agency.id, id }))
const stepsOf = ({ ctx, measureId }: Scene) =>
  withAgency(ctx.db, ctx.agency.id, (tx) => listSteps(tx, { agencyId: ctx.agency.id, measureId }))
const stateOf = async ({ ctx, measureId }: Scene) => (await held(ctx, measureId))?.state
const lastStep = async (scene: Scene) => lastMoveOf(await stepsOf(scene))?.id ?? ''

let minutes = 0
/** Each act a minute after the one before: steps are read in their order. */
const later = (ctx: Ctx) => {
  minutes += 1
  return at(ctx, new Date(Date.parse('2024-10-01T03:00:00Z') + minutes * 60_000).toISOString())
}

const submit = async (
  scene: Scene,
  given: Partial<Parameters<typeof submitMeasure>[1]> = {},
  who = scene.owner,
) =>
  submitMeasure(later(who.ctx), {
    measureId: scene.measureId,
    seenStep: await lastStep(scene),
    seenVersion: (await held(scene.ctx, scene.measureId))?.version ?? 0,
    summary: { kind: 'text', text: plain('ทำครบแล้ว') },
    answer: null,
    isConfirmed: true,
    origin: ORIGIN,
    ...given,
  })
const review = async (scene: Scene) => ({
  measureId: scene.measureId,
  seenStep: await lastStep(scene),
  origin: ORIGIN,
})
const accept = async (scene: Scene, who = scene.coordinator) =>
  acceptMeasure(later(who.ctx), {
    ...(await review(scene)),
    seenVersion: (await held(scene.ctx, scene.measureId))?.version ?? 0,
  })
const sendBack = async (scene: Scene, reason = 'ขาดหลักฐาน', who = scene.coordinator) =>
  returnMeasure(later(who.ctx), { ...(await review(scene)), reason })

const noticesOf = async ({ ctx }: Scene) =>
  (
    await database.owner.query<{ person_id: string; kind: string; part: string; detail: object }>(
      'select person_id, kind, part, detail from notice where agency_id = $1 order by created_at, person_id',
      [ctx.agency.id],
    )
  ).rows
const mailOf = async ({ ctx }: Scene) =>
  (
    await database.owner.query<{ to_address: string; kind: string; subject: string; text_body: string }>(
      'select to_address, kind, subject, text_body from mail_outbox where agency_id = $1 order by created_at, to_address',
      [ctx.agency.id],
    )
  ).rows

describe('handing a measure in', () => {
  it('saves the summary with it, and tells the coordinators in the bell and by mail', async () => {
    const scene = await aMeasure()
    expect(await submit(scene)).toEqual({ ok: true, value: null })
    const measure = await held(scene.ctx, scene.measureId)
    expect(measure).toMatchObject({
      state: 'in-review',
      version: 2,
      facts: { summary: { state: 'value', value: plain('ทำครบแล้ว') } },
    })
    const told = await noticesOf(scene)
    expect(new Set(told.map(({ person_id, kind }) => `${person_id} ${kind}`))).toEqual(
      new Set([`${scene.coordinator.id} measure.submitted`, `${scene.second.id} measure.submitted`]),
    )
    expect(told[0]).toMatchObject({
      part: `measures/${scene.measureId}`,
      detail: { title: '1.1 จัดทำมาตรการทดสอบ', by: 'ผู้ทำงาน ตัวอย่าง' },
    })
    // The second coordinator has no address.
    const mail = await mailOf(scene)
    expect(mail.map(({ to_address, kind }) => [to_address, kind])).toEqual([
      ['c1@a.example', 'measure-submitted'],
    ])
    expect(mail[0]?.text_body).toContain(`${ORIGIN}/office/measures/${scene.measureId}`)
    expect((await auditOf(database, scene.ctx)).map(({ action }) => action)).toEqual(['measure.submitted'])
  })

  it('needs a summary, or that there is none, with the name of who said so', async () => {
    const scene = await aMeasure()
    expect(await submit(scene, { summary: { kind: 'text', text: plain('  ') } })).toMatchObject({
      error: { code: 'measure.no-summary' },
    })
    expect(await submit(scene, { summary: null })).toMatchObject({ error: { code: 'measure.no-summary' } })
    expect(await stateOf(scene)).toBe('not-started')
    expect(await submit(scene, { summary: { kind: 'none' } })).toMatchObject({ ok: true })
    expect((await held(scene.ctx, scene.measureId))?.facts.summary).toEqual({
      state: 'none',
      declaredBy: 'ผู้ทำงาน ตัวอย่าง',
      declaredOn: '2024-10-01',
    })
  })

  it('without evidence it has to be confirmed, and nothing is kept until it is', async () => {
    const scene = await aMeasure()
    expect(await submit(scene, { isConfirmed: false })).toMatchObject({
      error: { code: 'measure.unconfirmed' },
    })
    expect(await held(scene.ctx, scene.measureId)).toMatchObject({ state: 'not-started', version: 1 })
    expect([await noticesOf(scene), await mailOf(scene), await stepsOf(scene)]).toEqual([[], [], []])
  })

  it('only the owners of its units and the coordinators may, and a refusal is in the audit log', async () => {
    const scene = await aMeasure()
    for (const who of [scene.stranger, scene.auditor])
      expect(await submit(scene, {}, who)).toMatchObject({
        error: { code: 'permission.refused', act: 'measure.report' },
      })
    expect(await stateOf(scene)).toBe('not-started')
    expect((await auditOf(database, scene.ctx)).map(({ action }) => action)).toContain('permission.refused')
    expect(await submit(scene, {}, scene.coordinator)).toMatchObject({ ok: true })
    // The coordinator who hands in is not told what they did; the other one is.
    expect((await noticesOf(scene)).map(({ person_id }) => person_id)).toEqual([scene.second.id])
    expect(await mailOf(scene)).toEqual([])
  })

  it('who is named for the measure may too, whatever unit they own', async () => {
    const scene = await aMeasure()
    await database.owner.query(
      'insert into measure_person (agency_id, measure_id, person_id) values ($1, $2, $3)',
      [scene.ctx.agency.id, scene.measureId, scene.stranger.id],
    )
    const { stranger, measureId, issueId } = scene
    const summary = { kind: 'text', text: plain('ทำแล้ว') } as const
    const table = await findMeasureTable(stranger.ctx, issueId)
    expect(table?.rows.map(({ mayReport }) => mayReport)).toEqual([true])
    expect(await saveSummary(stranger.ctx, { measureId, seenVersion: 1, summary })).toMatchObject({
      ok: true,
    })
    expect(await submit(scene, {}, stranger)).toMatchObject({ ok: true })
    expect(await submit(scene, {}, scene.auditor)).toMatchObject({ error: { code: 'permission.refused' } })
  })

  it('who is named for the measure may not any more when they answer for no unit', async () => {
    const scene = await aMeasure()
    await database.owner.query(
      'insert into measure_person (agency_id, measure_id, person_id) values ($1, $2, $3)',
      [scene.ctx.agency.id, scene.measureId, scene.stranger.id],
    )
    const { stranger, measureId } = scene
    const summary = { kind: 'text', text: plain('ทำแล้ว') } as const
    for (const roles of [[], ['executive']] as const) {
      const former = { ...stranger, ctx: as(scene.ctx, stranger.id, roles) }
      const refused = { error: { code: 'permission.refused', act: 'measure.report' } }
      expect(await saveSummary(former.ctx, { measureId, seenVersion: 1, summary })).toMatchObject(refused)
      expect(await submit(scene, {}, former)).toMatchObject(refused)
    }
    expect(await stateOf(scene)).toBe('not-started')
  })

  it('of two owners at once one hands in, and the other is told who did', async () => {
    const scene = await aMeasure()
    const both = await Promise.all([submit(scene), submit(scene)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'measure.moved-on', last: { kind: 'submitted', byName: 'ผู้ทำงาน ตัวอย่าง' } },
    })
    expect((await stepsOf(scene)).map(({ kind }) => kind)).toEqual(['submitted'])
  })

  it('a summary that another changed in the meantime is not written over', async () => {
    const scene = await aMeasure()
    await saveSummary(scene.coordinator.ctx, {
      measureId: scene.measureId,
      seenVersion: 1,
      summary: { kind: 'text', text: plain('ของผู้ประสานงาน') },
    })
    expect(await submit(scene, { seenVersion: 1 })).toMatchObject({
      error: { code: 'edit.clash', version: 2, clashes: [{ field: 'summary' }] },
    })
    expect(await stateOf(scene)).toBe('working')
  })

  it('a measure of another agency, one that was removed, or whose issue was, is not there', async () => {
    const scene = await aMeasure()
    const other = await aMeasure()
    expect(
      await submitMeasure(as(other.ctx, other.coordinator.id, ['ita-coordinator']), {
        measureId: scene.measureId,
        seenStep: '',
        seenVersion: 1,
        summary: { kind: 'none' },
        answer: null,
        isConfirmed: true,
        origin: ORIGIN,
      }),
    ).toMatchObject({ error: { code: 'measure.unknown' } })
    expect(
      await acceptMeasure(scene.coordinator.ctx, {
        measureId: 'x',
        seenStep: '',
        seenVersion: 1,
        origin: ORIGIN,
      }),
    ).toMatchObject({ error: { code: 'measure.unknown' } })
    await withAgency(scene.ctx.db, scene.ctx.agency.id, (tx) =>
      setRemoved(tx, 'issue', { agencyId: scene.ctx.agency.id, id: scene.issueId }, scene.ctx.now()),
    )
    expect(await submit(scene)).toMatchObject({ error: { code: 'measure.unknown' } })
  })
})

describe('reviewing a measure', () => {
  it('what was returned stays open until it is handed in again, with the answer', async () => {
    const scene = await aMeasure()
    await submit(scene)
    expect(await sendBack(scene, '  ')).toMatchObject({ error: { code: 'measure.no-reason' } })
    expect(await sendBack(scene, 'ขาดหลักฐาน')).toMatchObject({ ok: true })
    expect(await stateOf(scene)).toBe('returned')
    expect(openReturns(await stepsOf(scene))).toMatchObject([{ kind: 'returned', reason: 'ขาดหลักฐาน' }])
    // Saving alone answers nothing.
    await saveSummary(scene.owner.ctx, {
      measureId: scene.measureId,
      seenVersion: 2,
      summary: { kind: 'text', text: plain('แก้แล้ว') },
    })
    expect(openReturns(await stepsOf(scene))).toHaveLength(1)
    expect(await submit(scene, { answer: 'แนบแล้ว' })).toMatchObject({ ok: true })
    const steps = await stepsOf(scene)
    expect(openReturns(steps)).toEqual([])
    expect(steps[0]).toMatchObject({ kind: 'submitted', reason: 'แนบแล้ว' })
    const told = await mailOf(scene)
    expect(told.map(({ to_address, kind }) => [to_address, kind])).toEqual([
      ['c1@a.example', 'measure-submitted'],
      ['owner@a.example', 'measure-returned'],
      ['c1@a.example', 'measure-submitted'],
    ])
    expect(told[1]?.text_body).toContain('ขาดหลักฐาน')
    expect(told[2]?.text_body).toContain('แนบแล้ว')
  })

  it('of two coordinators at once one decides, and the other is told what was decided and by whom', async () => {
    const scene = await aMeasure()
    await submit(scene)
    const both = await Promise.all([accept(scene), sendBack(scene, 'ยังไม่ครบ', scene.second)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const isAccepted = (await stateOf(scene)) === 'done'
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'measure.moved-on', last: { kind: isAccepted ? 'accepted' : 'returned' } },
    })
    expect((await stepsOf(scene)).map(({ kind }) => kind)).toEqual([
      isAccepted ? 'accepted' : 'returned',
      'submitted',
    ])
  })

  it('what was changed since the page was opened is read before it is accepted', async () => {
    const scene = await aMeasure()
    await submit(scene)
    await saveSummary(scene.owner.ctx, {
      measureId: scene.measureId,
      seenVersion: 2,
      summary: { kind: 'text', text: plain('แก้หลังส่ง') },
    })
    const seen = await review(scene)
    expect(await acceptMeasure(scene.coordinator.ctx, { ...seen, seenVersion: 2 })).toMatchObject({
      error: { code: 'measure.changed-since', byName: 'ผู้ทำงาน ตัวอย่าง' },
    })
    expect(await stateOf(scene)).toBe('in-review')
    expect(await acceptMeasure(scene.coordinator.ctx, { ...seen, seenVersion: 3 })).toMatchObject({
      ok: true,
    })
  })

  it('a hand-in that came after the page was opened is not decided on unseen', async () => {
    const scene = await aMeasure()
    await submit(scene)
    const seen = await review(scene)
    await sendBack(scene)
    await submit(scene)
    expect(await returnMeasure(scene.second.ctx, { ...seen, reason: 'ซ้ำ' })).toMatchObject({
      error: { code: 'measure.moved-on', last: { kind: 'submitted' } },
    })
  })

  it('what was accepted takes no more changes until it is reopened with a reason', async () => {
    const scene = await aMeasure()
    await submit(scene)
    expect(await accept(scene)).toMatchObject({ ok: true })
    expect(
      await saveSummary(scene.owner.ctx, {
        measureId: scene.measureId,
        seenVersion: 2,
        summary: { kind: 'text', text: plain('อีกครั้ง') },
      }),
    ).toMatchObject({ error: { code: 'measure.is-done' } })
    expect(await submit(scene)).toMatchObject({ error: { code: 'measure.moved-on' } })
    expect(
      await reopenMeasure(scene.coordinator.ctx, { ...(await review(scene)), reason: ' ' }),
    ).toMatchObject({ error: { code: 'measure.no-reason' } })
    expect(
      await reopenMeasure(later(scene.coordinator.ctx), { ...(await review(scene)), reason: 'ตัวเลขผิด' }),
    ).toMatchObject({ ok: true })
    expect(await stateOf(scene)).toBe('working')
    expect(openReturns(await stepsOf(scene))).toMatchObject([{ kind: 'reopened', reason: 'ตัวเลขผิด' }])
    expect((await auditOf(database, scene.ctx)).map(({ action }) => action)).toEqual([
      'measure.submitted',
      'measure.accepted',
      'measure.reopened',
    ])
  })

  it('only coordinators decide', async () => {
    const scene = await aMeasure()
    await submit(scene)
    for (const who of [scene.owner, scene.stranger, scene.auditor]) {
      expect(await accept(scene, who)).toMatchObject({ error: { code: 'permission.refused' } })
      expect(await sendBack(scene, 'ไม่', who)).toMatchObject({ error: { code: 'permission.refused' } })
    }
    expect(await stateOf(scene)).toBe('in-review')
  })
})

describe('saving a summary', () => {
  it('begins the measure, and saving the same again changes nothing', async () => {
    const scene = await aMeasure()
    const save = (seenVersion: number) =>
      saveSummary(scene.owner.ctx, {
        measureId: scene.measureId,
        seenVersion,
        summary: { kind: 'text', text: plain('กำลังทำ') },
      })
    expect(await save(1)).toEqual({ ok: true, value: true })
    expect(await stateOf(scene)).toBe('working')
    expect(await save(2)).toEqual({ ok: true, value: false })
    expect((await stepsOf(scene)).map(({ kind }) => kind)).toEqual(['started'])
    expect((await auditOf(database, scene.ctx)).map(({ action }) => action)).toEqual(['measure.changed'])
  })

  it('that it is too long is refused', async () => {
    const scene = await aMeasure()
    expect(
      await saveSummary(scene.owner.ctx, {
        measureId: scene.measureId,
        seenVersion: 1,
        summary: { kind: 'text', text: plain('ก'.repeat(20_001)) },
      }),
    ).toMatchObject({ error: { code: 'text.too-long' } })
  })
})

describe('who sees to a measure', () => {
  const responsible = async ({ ctx, measureId }: Scene, day = '2024-10-01') =>
    (
      await withAgency(ctx.db, ctx.agency.id, (tx) =>
        responsibleFor(tx, { agencyId: ctx.agency.id, measureIds: [measureId], day }),
      )
    )
      .get(measureId)
      ?.map(({ personId, unitId }) => ({ personId, unitId }))

  it('everybody who answers for one of its units that day, disabled people not', async () => {
    const scene = await aMeasure()
    const gone = await aPerson(scene.ctx, { role: 'unit-owner', unitId: scene.csr, validTo: '2024-09-30' })
    const disabled = await aPerson(scene.ctx, { role: 'unit-owner', unitId: scene.csr })
    await database.owner.query('update person set disabled_at = now() where id = $1', [disabled.id])
    expect(await responsible(scene)).toEqual([{ personId: scene.owner.id, unitId: scene.csr }])
    expect((await responsible(scene, '2024-09-30'))?.map(({ personId }) => personId)).toContain(gone.id)
    expect(await responsible(scene, '2020-01-01')).toBeUndefined()
  })

  it('where people are named, they alone; where all of them are disabled or answer for no unit, the units again', async () => {
    const scene = await aMeasure()
    const unitId = await aUnit(scene.ctx, 'HR')
    const named = await aPerson(scene.ctx, { role: 'unit-owner', unitId, validTo: '2024-10-31' })
    await database.owner.query('insert into measure_person values ($1, $2, $3)', [
      scene.ctx.agency.id,
      scene.measureId,
      named.id,
    ])
    expect(await responsible(scene)).toEqual([{ personId: named.id, unitId: null }])
    const ofUnit = [{ personId: scene.owner.id, unitId: scene.csr }]
    expect(await responsible(scene, '2024-11-01')).toEqual(ofUnit)
    await database.owner.query('update person set disabled_at = now() where id = $1', [named.id])
    expect(await responsible(scene)).toEqual(ofUnit)
  })
})
