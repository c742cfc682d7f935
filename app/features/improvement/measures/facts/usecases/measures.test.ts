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
import { changeMeasure } from './change-measure.server.ts'
import { removeMeasure } from './remove-measure.server.ts'
import { reorderMeasure } from './reorder-measure.server.ts'
import { restoreMeasure } from './restore-measure.server.ts'
import { type SentRow, saveMeasureTable } from './save-measure-table.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** A year with one issue of two measures of the unit CSR, a coordinator, and those who answer for CSR and DCM. */
async function aYear() {
  const ctx = await anAgency(database)
  const cycleId = await anOpenYear(ctx)
  const issueId = await anIssueAtWork(ctx, { cycleId })
  const [csr, dcm] = [await aUnit(ctx, 'CSR'), await aUnit(ctx, 'DCM')]
  const measure = (position: number) =>
    aMeasureAtWork(ctx, {
      cycleId,
      issueId,
      position,
      unitIds: [csr],
      text: aValue(plain(`มาตรการ ${position}`)),
    })
  const [first, second] = [await measure(1), await measure(2)]
  const person = async (
    role: 'ita-coordinator' | 'unit-owner' | 'executive',
    unitId: string | null = null,
  ) => {
    const { id } = await aPerson(ctx, { role, unitId })
    return as(ctx, id, [{ role, unitId }])
  }
  return {
    ctx,
    cycleId,
    issueId,
    units: { csr, dcm },
    first,
    second,
    coordinator: await person('ita-coordinator'),
    owner: await person('unit-owner', csr),
    stranger: await person('unit-owner', dcm),
    executive: await person('executive'),
  }
}

/** A row of the table that is new. */
const addMeasure = (who: Ctx, { issueId, typed }: { issueId: string; typed: SentRow['typed'] }) =>
  saveMeasureTable(who, { issueId, rows: [{ key: 'new', measureId: null, seenVersion: 0, typed }] })

const measuresOf = async (ctx: Ctx) => (await findWorkingCycle(ctx, 2568))?.issues[0]?.measures ?? []
const textsOf = async (ctx: Ctx) =>
  (await measuresOf(ctx)).map(({ facts }) => (facts.text.state === 'value' ? facts.text.value : null))
const auditedAfter = async (ctx: Ctx, count = 1) =>
  (await auditOf(database, ctx)).slice(-count).map(({ action, object_id }) => [action, object_id])

describe('one measure', () => {
  it('is added behind the others, with what was typed', async () => {
    const { ctx, coordinator, issueId, units } = await aYear()
    const typed = {
      text: '**อบรม**ตามข้อ [[o28]]',
      from: 'ม.ค. 68',
      to: 'มี.ค. 68',
      owners: 'dcm',
      budget: '๕๐๐',
    }
    const added = await addMeasure(coordinator, { issueId, typed })
    if (!added.ok) throw new Error(added.error.code)
    const [row] = added.value
    const id = row?.kind === 'added' ? row.id : ''
    const measure = (await measuresOf(ctx))[2]
    expect(measure).toMatchObject({
      id,
      number: 3,
      state: 'not-started',
      dueOn: '2025-03-31',
      facts: {
        unitIds: [units.dcm],
        budget: { value: '500' },
        period: { value: { written: 'ม.ค. – มี.ค. 68' } },
      },
    })
    expect(await auditedAfter(ctx)).toEqual([['measure.added', id]])
  })

  it('without a text, or with one who may not, nothing is added', async () => {
    const { ctx, coordinator, owner, issueId } = await aYear()
    expect(await addMeasure(coordinator, { issueId, typed: { owners: 'XYZ' } })).toMatchObject({
      error: {
        code: 'measure.table-not-saved',
        rows: [
          { kind: 'faults', faults: [{ code: 'text.missing' }, { code: 'owners.unknown', detail: 'XYZ' }] },
        ],
      },
    })
    const refused = await addMeasure(owner, { issueId, typed: { text: 'ก' } })
    expect(refused).toMatchObject({ error: { code: 'permission.refused', act: 'measure.change' } })
    expect(await addMeasure(coordinator, { issueId: 'none', typed: { text: 'ก' } })).toMatchObject({
      error: { code: 'issue.unknown' },
    })
    expect(await measuresOf(ctx)).toHaveLength(2)
  })

  it('its summary is open to who answers for its unit, and nothing else of it is', async () => {
    const { ctx, owner, stranger, executive, first } = await aYear()
    const save = (who: Ctx, typed: Parameters<typeof changeMeasure>[1]['typed']) =>
      changeMeasure(who, { measureId: first, seenVersion: 1, typed })
    expect(await save(owner, { summary: 'ทำแล้ว' })).toEqual({
      ok: true,
      value: { version: 2, changed: ['summary'] },
    })
    const refused = { ok: false, error: { code: 'permission.refused' } }
    expect(await save(owner, { summary: 'ทำแล้ว', text: 'อื่น' })).toMatchObject(refused)
    expect(await save(stranger, { summary: 'ของคนอื่น' })).toMatchObject(refused)
    expect(await save(executive, { summary: 'ของผู้บริหาร' })).toMatchObject(refused)
    expect((await measuresOf(ctx))[0]?.facts.summary).toEqual(aValue(plain('ทำแล้ว')))
  })

  it('what was accepted as done is not rewritten by who handed it in', async () => {
    const { ctx, cycleId, issueId, units, owner, coordinator } = await aYear()
    const done = await aMeasureAtWork(ctx, {
      cycleId,
      issueId,
      position: 3,
      unitIds: [units.csr],
      state: 'done',
    })
    const save = (who: Ctx) =>
      changeMeasure(who, { measureId: done, seenVersion: 1, typed: { summary: 'ใหม่' } })
    expect(await save(owner)).toMatchObject({ error: { code: 'measure.is-done' } })
    expect(await save(coordinator)).toMatchObject({ ok: true })
  })

  it('a form that comes back as it was shown changes nothing, even if another changed it meanwhile', async () => {
    const { ctx, coordinator, first } = await aYear()
    const save = (seenVersion: number, typed: object) =>
      changeMeasure(coordinator, { measureId: first, seenVersion, typed })
    await save(1, { from: 'ม.ค. 68', to: 'ก.พ. 68' })
    expect(await save(1, { from: '', to: '', kind: 'training' })).toEqual({
      ok: true,
      value: { version: 3, changed: ['kind'] },
    })
    expect((await measuresOf(ctx))[0]?.facts.period).toMatchObject({ state: 'value' })
  })

  it('the same fact by two at once is told to the second, with both', async () => {
    const { coordinator, first } = await aYear()
    const save = (text: string) =>
      changeMeasure(coordinator, { measureId: first, seenVersion: 1, typed: { text } })
    const saved = await Promise.all([save('หนึ่ง'), save('สอง')])
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1)
    expect(saved.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'edit.clash', version: 2, clashes: [{ field: 'text' }] },
    })
  })

  it('is moved, taken out and brought back where it stood', async () => {
    const { ctx, coordinator, owner, first, second } = await aYear()
    const order = async () => (await measuresOf(ctx)).map(({ id }) => id)
    expect(await reorderMeasure(coordinator, { measureId: second, to: 'up' })).toMatchObject({ ok: true })
    expect(await order()).toEqual([second, first])
    expect(await reorderMeasure(coordinator, { measureId: second, to: 'up' })).toMatchObject({
      error: { code: 'measure.at-end' },
    })
    expect(await removeMeasure(coordinator, { measureId: second })).toMatchObject({ ok: true })
    expect(await order()).toEqual([first])
    expect(await removeMeasure(coordinator, { measureId: second })).toMatchObject({
      error: { code: 'measure.unknown' },
    })
    expect(await restoreMeasure(coordinator, { measureId: second })).toMatchObject({ ok: true })
    expect(await order()).toEqual([second, first])
    expect(await restoreMeasure(coordinator, { measureId: second })).toMatchObject({
      error: { code: 'measure.not-removed' },
    })
    for (const act of [removeMeasure, restoreMeasure])
      expect(await act(owner, { measureId: first })).toMatchObject({ error: { code: 'permission.refused' } })
    expect(await auditedAfter(ctx, 3)).toContainEqual(['measure.restored', second])
  })

  it('of another agency is not there', async () => {
    const { first, issueId } = await aYear()
    const other = await aYear()
    const unknown = { error: { code: 'measure.unknown' } }
    expect(
      await changeMeasure(other.coordinator, { measureId: first, seenVersion: 1, typed: { text: 'ก' } }),
    ).toMatchObject(unknown)
    expect(await removeMeasure(other.coordinator, { measureId: first })).toMatchObject(unknown)
    expect(await restoreMeasure(other.coordinator, { measureId: first })).toMatchObject(unknown)
    expect(await reorderMeasure(other.coordinator, { measureId: first, to: 'down' })).toMatchObject(unknown)
    expect(await addMeasure(other.coordinator, { issueId, typed: { text: 'ก' } })).toMatchObject({
      error: { code: 'issue.unknown' },
    })
    const row = { key: 'a', measureId: first, seenVersion: 1, typed: { text: 'ก' } }
    expect(await saveMeasureTable(other.coordinator, { issueId: other.issueId, rows: [row] })).toMatchObject({
      error: { rows: [{ kind: 'refused', code: 'measure.unknown' }] },
    })
  })
})

describe('a table', () => {
  const row = (measureId: string | null, typed: object, seenVersion = 1) => ({
    key: measureId ?? 'new',
    measureId,
    seenVersion,
    typed,
  })

  it('saves what changed and adds what is new, and says so row by row', async () => {
    const { ctx, coordinator, issueId, first, second } = await aYear()
    const saved = await saveMeasureTable(coordinator, {
      issueId,
      rows: [
        row(first, { text: 'มาตรการ 1', owners: 'CSR, DCM' }),
        row(second, { text: 'มาตรการ 2', owners: 'CSR' }),
        row(null, { text: 'ใหม่', owners: '' }),
      ],
    })
    expect(saved).toMatchObject({
      ok: true,
      value: [
        { key: first, kind: 'saved', version: 2 },
        { key: second, kind: 'unchanged', version: 1 },
        { key: 'new', kind: 'added' },
      ],
    })
    expect(await textsOf(ctx)).toEqual(['มาตรการ 1', 'มาตรการ 2', 'ใหม่'].map(plain))
    expect((await auditedAfter(ctx, 2)).map(([action]) => action)).toEqual([
      'measure.changed',
      'measure.added',
    ])
  })

  it('an empty last row is no measure', async () => {
    const { ctx, coordinator, issueId } = await aYear()
    const saved = await saveMeasureTable(coordinator, {
      issueId,
      rows: [row(null, { text: ' ', owners: '' })],
    })
    expect(saved).toEqual({ ok: true, value: [] })
    expect(await measuresOf(ctx)).toHaveLength(2)
  })

  it('is saved whole or not at all, and every row says what is wrong of it', async () => {
    const { ctx, coordinator, issueId, first, second } = await aYear()
    const saved = await saveMeasureTable(coordinator, {
      issueId,
      rows: [
        row(first, { text: 'ใหม่' }),
        row(second, { from: 'สักวัน', to: '' }),
        row(null, { owners: 'CSR' }),
      ],
    })
    expect(saved).toMatchObject({
      ok: false,
      error: {
        code: 'measure.table-not-saved',
        rows: [
          { kind: 'saved' },
          { kind: 'faults', faults: [{ field: 'from', code: 'period.unreadable' }] },
          { kind: 'faults', faults: [{ field: 'text', code: 'text.missing' }] },
        ],
      },
    })
    expect(await textsOf(ctx)).toEqual(['มาตรการ 1', 'มาตรการ 2'].map(plain))
    expect((await measuresOf(ctx)).map(({ version }) => version)).toEqual([1, 1])
  })

  it('two people at different rows keep both; at one fact of one row the second is told', async () => {
    const { ctx, coordinator, issueId, first, second } = await aYear()
    const table = (one: string, two: string) =>
      saveMeasureTable(coordinator, {
        issueId,
        rows: [row(first, { text: one }), row(second, { text: two })],
      })
    expect(await table('ของฉัน', 'มาตรการ 2')).toMatchObject({ ok: true })
    expect(await table('มาตรการ 1', 'ของเธอ')).toMatchObject({
      ok: true,
      value: [{ kind: 'unchanged' }, { kind: 'saved' }],
    })
    expect(await textsOf(ctx)).toEqual(['ของฉัน', 'ของเธอ'].map(plain))
    expect(await table('ของเขา', 'มาตรการ 2')).toMatchObject({
      error: { rows: [{ kind: 'clash', clash: { version: 2 } }, { kind: 'unchanged' }] },
    })
    expect(await textsOf(ctx)).toEqual(['ของฉัน', 'ของเธอ'].map(plain))
  })

  it('many tables at once lose nothing without a word', async () => {
    const { ctx, coordinator, issueId, first, second } = await aYear()
    const saved = await Promise.all(
      ['ก', 'ข', 'ค', 'ง'].map((letter) =>
        saveMeasureTable(coordinator, {
          issueId,
          rows: [
            row(second, { summary: letter }),
            row(first, { summary: letter }),
            row(null, { text: letter }),
          ],
        }),
      ),
    )
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await measuresOf(ctx)).toHaveLength(3)
  })

  it('a first summary in it begins its measure, whether the row is new or was there', async () => {
    const { ctx, coordinator, owner, issueId, first, second } = await aYear()
    const saved = async (
      who: Ctx,
      measureId: string | null,
      seenVersion: number,
      typed: SentRow['typed'],
    ) => {
      const rows = [{ key: 'row', measureId, seenVersion, typed }]
      expect(await saveMeasureTable(who, { issueId, rows })).toMatchObject({ ok: true })
    }
    await saved(owner, first, 1, { summary: 'ทำแล้ว' })
    await saved(owner, first, 2, { summary: 'ทำแล้วอีก' })
    await saved(coordinator, second, 1, { text: 'เขียนใหม่', summary: '' })
    await saved(coordinator, null, 0, { text: 'ใหม่', summary: 'ทำไปแล้ว' })
    const states = (await measuresOf(ctx)).map(({ state }) => state)
    expect(states).toEqual(['working', 'not-started', 'working'])
    const steps = await database.owner.query<{ measure_id: string; kind: string }>(
      'select measure_id, kind from measure_step where agency_id = $1',
      [ctx.agency.id],
    )
    const added = (await measuresOf(ctx))[2]?.id ?? ''
    expect(new Set(steps.rows.map(({ measure_id, kind }) => `${kind} ${measure_id}`))).toEqual(
      new Set([`started ${first}`, `started ${added}`]),
    )
    expect(steps.rows).toHaveLength(2)
  })

  it('who answers for the unit saves summaries in it, and not a word more', async () => {
    const { ctx, owner, stranger, issueId, first } = await aYear()
    const save = (who: Ctx, typed: object) => saveMeasureTable(who, { issueId, rows: [row(first, typed)] })
    expect(await save(owner, { summary: 'ทำแล้ว' })).toMatchObject({ ok: true })
    const refused = { error: { code: 'permission.refused' } }
    expect(await save(owner, { summary: 'ทำแล้ว', owners: 'DCM' })).toMatchObject(refused)
    expect(await save(stranger, { summary: 'ทำแล้ว' })).toMatchObject(refused)
    expect(await saveMeasureTable(owner, { issueId, rows: [row(null, { text: 'ใหม่' })] })).toMatchObject(
      refused,
    )
    expect(
      (await auditOf(database, ctx)).filter(({ action }) => action === 'permission.refused'),
    ).not.toEqual([])
  })
})
