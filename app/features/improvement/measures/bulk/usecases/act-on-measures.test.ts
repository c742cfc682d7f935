import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../../tests/support/database.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
} from '../../../../../../tests/support/working-builders.ts'
import { aValue } from '../../../../../kernel/field.ts'
import { plain } from '../../../../../kernel/rich-text.ts'
import type { Ctx } from '../../../../../platform/ctx.server.ts'
import { findWorkingCycle } from '../../../working/working-cycle.queries.server.ts'
import { changeMeasure } from '../../facts/usecases/change-measure.server.ts'
import type { SentBulk } from '../bulk-form.domain.ts'
import { previewBulk } from '../bulk-preview.queries.server.ts'
import { findRegister } from '../register.queries.server.ts'
import { actOnMeasures } from './act-on-measures.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const origin = 'https://ita.agency.example'

async function aYear() {
  const ctx = await anAgency(database)
  const cycleId = await anOpenYear(ctx)
  const issueId = await anIssueAtWork(ctx, { cycleId })
  const [csr, dcm] = [await aUnit(ctx, 'CSR'), await aUnit(ctx, 'DCM')]
  const measure = (position: number, state: 'working' | 'done' = 'working') =>
    aMeasureAtWork(ctx, {
      cycleId,
      issueId,
      position,
      state,
      unitIds: [csr],
      text: aValue(plain(`มาตรการ ${position}`)),
    })
  const ids = [await measure(1), await measure(2), await measure(3, 'done')] as const
  const person = async (role: 'ita-coordinator' | 'unit-owner', unitId: string | null, name: string) => {
    const { id } = await aPerson(ctx, { role, unitId, name, email: `${name}-${id8(ctx)}@agency.example` })
    return { id, ctx: as(ctx, id, [{ role, unitId }]) }
  }
  return {
    ctx,
    ids,
    csr,
    dcm,
    coordinator: (await person('ita-coordinator', null, 'coordinator')).ctx,
    csrOwner: await person('unit-owner', csr, 'csr'),
    dcmOwner: await person('unit-owner', dcm, 'dcm'),
  }
}
const id8 = (ctx: Ctx) => ctx.agency.id.slice(0, 8)

const sent = (act: SentBulk['act'], ids: readonly string[], facts: Partial<SentBulk> = {}): SentBulk => ({
  act,
  chosen: ids.map((id) => ({ id, seenVersion: 1, seenStep: '' })),
  how: 'add',
  unitIds: [],
  personIds: [],
  dueDay: '',
  note: '',
  ...facts,
})
const act = (ctx: Ctx, asked: SentBulk) => actOnMeasures(ctx, { fiscalYear: 2568, sent: asked, origin })
const factsOf = async (ctx: Ctx, id: string) =>
  (await findWorkingCycle(ctx, 2568))?.issues[0]?.measures.find((measure) => measure.id === id)?.facts
const of = async (ctx: Ctx, table: 'notice' | 'mail_outbox' | 'measure_step' | 'field_change') =>
  (await database.owner.query(`select * from ${table} where agency_id = $1`, [ctx.agency.id])).rows

describe('many measures at once', () => {
  it('are assigned in one act: steps, history, one letter to each who is new to them, one entry of the log', async () => {
    const { ctx, coordinator, ids, csr, dcm, dcmOwner } = await aYear()
    const [one, two] = ids
    const done = await act(coordinator, sent('assign', [one, two], { unitIds: [dcm], note: 'ฝากด้วย' }))
    expect(done).toEqual({ ok: true, value: { measures: 2, people: 1 } })
    expect((await factsOf(ctx, one))?.unitIds).toEqual([csr, dcm])
    expect((await of(ctx, 'measure_step')).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['assigned', 'ฝากด้วย'],
      ['assigned', 'ฝากด้วย'],
    ])
    expect((await of(ctx, 'field_change')).map(({ field }) => field)).toEqual(['unitIds', 'unitIds'])
    expect((await of(ctx, 'notice')).map(({ person_id, kind }) => [person_id, kind])).toEqual([
      [dcmOwner.id, 'measure.assigned'],
      [dcmOwner.id, 'measure.assigned'],
    ])
    const mail = await of(ctx, 'mail_outbox')
    expect(mail.map(({ kind, person_id }) => [kind, person_id])).toEqual([['assignment', dcmOwner.id]])
    expect(mail[0]?.text_body).toContain('1.2 มาตรการ 2')
    expect(mail[0]?.text_body).toContain('ฝากด้วย')
    const log = (await auditOf(database, ctx)).filter(({ action }) => action === 'measure.assigned')
    expect(log.map(({ detail }) => detail)).toEqual([
      { year: 2568, measures: 2, people: 1, how: 'add', units: 1, named: 0 },
    ])
  })

  it('get a later day, and everybody who sees to them is told in the bell', async () => {
    const { ctx, coordinator, ids, csrOwner } = await aYear()
    expect(await act(coordinator, sent('extend', [ids[0]], { dueDay: '31 ต.ค. 67' }))).toMatchObject({
      ok: true,
    })
    expect((await factsOf(ctx, ids[0]))?.dueDay).toBe('2024-10-31')
    expect((await of(ctx, 'notice')).map(({ person_id, detail }) => [person_id, detail.day])).toEqual([
      [csrOwner.id, '2024-10-31'],
    ])
    expect(await of(ctx, 'mail_outbox')).toEqual([])
  })

  it('are reminded of by one letter, and nothing of them changes', async () => {
    const { ctx, coordinator, ids } = await aYear()
    expect(await act(coordinator, sent('remind', [ids[0], ids[1]]))).toEqual({
      ok: true,
      value: { measures: 2, people: 1 },
    })
    expect((await of(ctx, 'mail_outbox')).map(({ kind }) => kind)).toEqual(['reminder'])
    expect(await of(ctx, 'field_change')).toEqual([])
  })

  it('are left alone, all of them, when one is other than the preview showed', async () => {
    const { ctx, coordinator, ids, csr, dcm } = await aYear()
    await changeMeasure(coordinator, { measureId: ids[1], seenVersion: 1, typed: { unitIds: [] } })
    const asked = sent('assign', [ids[0], ids[1]], { unitIds: [dcm] })
    expect(await act(coordinator, asked)).toEqual({
      ok: false,
      error: { code: 'bulk.changed-meanwhile', measureIds: [ids[1]] },
    })
    expect((await factsOf(ctx, ids[0]))?.unitIds).toEqual([csr])
    expect(await of(ctx, 'mail_outbox')).toEqual([])
    // What was handed in meanwhile is named too.
    expect(await act(coordinator, sent('remind', [ids[0], ids[2]]))).toMatchObject({
      error: { measureIds: [ids[2]] },
    })
  })

  it('a change of another fact meanwhile is no hindrance', async () => {
    const { ctx, coordinator, ids, dcm } = await aYear()
    await changeMeasure(coordinator, { measureId: ids[0], seenVersion: 1, typed: { kind: 'training' } })
    expect(await act(coordinator, sent('assign', [ids[0]], { unitIds: [dcm] }))).toMatchObject({ ok: true })
    expect(await factsOf(ctx, ids[0])).toMatchObject({ kind: 'training' })
  })

  it('of two who act at once, the second is told', async () => {
    const { coordinator, ids, dcm } = await aYear()
    const done = await Promise.all([
      act(coordinator, sent('assign', ids.slice(0, 2), { unitIds: [dcm] })),
      act(coordinator, sent('assign', ids.slice(0, 2).toReversed(), { how: 'replace', unitIds: [dcm] })),
    ])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it.each([
    ['remind', {}],
    ['extend', { dueDay: '31 ต.ค. 67' }],
    ['assign', { how: 'replace' }],
  ] as const)(
    '%s that is confirmed twice is done once, and the second is told by whom',
    async (name, given) => {
      const { ctx, coordinator, ids, dcm } = await aYear()
      const asked = sent(name, [ids[0], ids[1]], { ...given, unitIds: [dcm] })
      const done = await Promise.all([act(coordinator, asked), act(coordinator, asked)])
      expect(done.filter(({ ok }) => ok)).toHaveLength(1)
      expect(done.find(({ ok }) => !ok)).toMatchObject({
        error: { code: 'bulk.done-before', byName: 'ผู้ทำงาน ตัวอย่าง' },
      })
      expect(await of(ctx, 'measure_step')).toHaveLength(2)
      expect((await of(ctx, 'mail_outbox')).length).toBe(name === 'extend' ? 0 : 1)
    },
  )

  it('are reminded of again after a new preview that showed the first time', async () => {
    const { ctx, coordinator, ids } = await aYear()
    const asked = sent('remind', [ids[0]])
    await act(coordinator, asked)
    const shown = await previewBulk(coordinator, { fiscalYear: 2568, sent: asked })
    const seenStep = shown.ok ? (shown.value.rows[0]?.step ?? '') : ''
    const again = { ...asked, chosen: [{ id: ids[0], seenVersion: 1, seenStep }] }
    expect(await act(coordinator, again)).toMatchObject({ ok: true })
    expect(await of(ctx, 'measure_step')).toHaveLength(2)
  })

  it('are not for who only answers for a unit, nor for those of another agency', async () => {
    const { ids, dcm, dcmOwner } = await aYear()
    for (const asked of [sent('assign', ids, { unitIds: [dcm] }), sent('remind', ids)])
      expect(await act(dcmOwner.ctx, asked)).toMatchObject({ error: { code: 'permission.refused' } })
    const other = await aYear()
    expect(await act(other.coordinator, sent('remind', [ids[0]]))).toEqual({
      ok: false,
      error: { code: 'bulk.changed-meanwhile', measureIds: [ids[0]] },
    })
    expect(await act(other.coordinator, sent('assign', [other.ids[0]], { unitIds: [dcm] }))).toMatchObject({
      error: { faults: [{ code: 'bulk.unknown-owner' }] },
    })
  })
})

describe('what is shown before', () => {
  it('a preview says what becomes of each, writes nothing, and has its refusals', async () => {
    const { ctx, coordinator, csrOwner, ids, dcm } = await aYear()
    const preview = (who: Ctx, asked: SentBulk) => previewBulk(who, { fiscalYear: 2568, sent: asked })
    const shown = await preview(
      coordinator,
      sent('assign', ids, { unitIds: [dcm], personIds: [csrOwner.id] }),
    )
    expect(shown).toMatchObject({
      ok: true,
      value: {
        rows: [
          {
            passed: null,
            before: { units: ['CSR'], people: [] },
            after: { units: ['CSR', 'DCM'], people: ['csr'] },
          },
          { passed: null },
          { passed: 'handed-in' },
        ],
      },
    })
    expect(await preview(coordinator, sent('remind', [ids[0]]))).toMatchObject({
      value: { rows: [{ after: { people: ['csr'] } }] },
    })
    expect(await preview(coordinator, sent('remind', []))).toMatchObject({
      error: [{ code: 'bulk.none-chosen' }],
    })
    expect(await preview(csrOwner.ctx, sent('remind', ids))).toMatchObject({
      error: { code: 'permission.refused' },
    })
    expect(await of(ctx, 'measure_step')).toEqual([])
  })

  it('the register holds all measures of the year, for who reads it', async () => {
    const { coordinator, csrOwner, ids } = await aYear()
    const register = await findRegister(coordinator, 2568)
    expect(register?.rows.map(({ id, title, state }) => [id, title, state])).toEqual([
      [ids[0], 'มาตรการ 1', 'working'],
      [ids[1], 'มาตรการ 2', 'working'],
      [ids[2], 'มาตรการ 3', 'done'],
    ])
    expect(register?.may).toEqual({ change: true, remind: true })
    expect((await findRegister(csrOwner.ctx, 2568))?.may).toEqual({ change: false, remind: false })
    expect(await findRegister(coordinator, 2570)).toBeNull()
    expect(await findRegister((await aYear()).coordinator, 2568)).toMatchObject({ rows: { length: 3 } })
  })
})
