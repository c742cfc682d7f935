import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as, auditOf, TODAY } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { listUnitTree } from '../directory.queries.server.ts'
import type { UnitFacts } from '../unit.domain.ts'
import { inTreeOrder } from '../unit.domain.ts'
import { listUnits } from '../unit.repo.server.ts'
import { changePerson } from './change-person.server.ts'
import { changeUnit } from './change-unit.server.ts'
import { endUnit } from './end-unit.server.ts'
import { foundUnit } from './found-unit.server.ts'
import { nameUnitHead } from './name-unit-head.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const facts = (given: Partial<UnitFacts> = {}): UnitFacts => ({
  code: null,
  nameTh: 'ส่วนตัวอย่าง',
  nameEn: null,
  parentId: null,
  ...given,
})
const units = (ctx: Ctx) => withAgency(ctx.db, ctx.agency.id, (tx) => listUnits(tx, ctx.agency.id))
async function aUnit(ctx: Ctx, given: Partial<UnitFacts> = {}): Promise<string> {
  const founded = await foundUnit(ctx, { facts: facts(given), validFrom: null })
  if (!founded.ok) throw new Error(founded.error.code)
  return founded.value.unitId
}

describe('units as a tree', () => {
  test('are founded below one another, with a code or without, and stand in the order of their codes', async () => {
    const ctx = await anAgency(database)
    const division = await aUnit(ctx, { code: 'DGT', nameTh: 'ฝ่ายบริการ' })
    await aUnit(ctx, { code: 'IT', parentId: division })
    await aUnit(ctx, { code: 'CSR', parentId: division, nameTh: ' ส่วน  บริการ ' })
    await aUnit(ctx, { nameTh: 'เจ้าของบริการ' })
    const tree = inTreeOrder(await units(ctx))
    expect(tree.map(({ unit, depth }) => [depth, unit.code, unit.nameTh])).toEqual([
      [0, 'DGT', 'ฝ่ายบริการ'],
      [1, 'CSR', 'ส่วน บริการ'],
      [1, 'IT', 'ส่วนตัวอย่าง'],
      [0, null, 'เจ้าของบริการ'],
    ])
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual(Array(4).fill('unit.founded'))
  })

  test('need a Thai name, a code of their own and a parent that is open', async () => {
    const ctx = await anAgency(database)
    const old = await aUnit(ctx, { code: 'OLD' })
    await endUnit(ctx, { unitId: old, lastDay: TODAY })
    await aUnit(ctx, { code: 'CSR' })
    for (const [given, code] of [
      [{ nameTh: ' ' }, 'unit.no-name'],
      [{ code: 'csr' }, 'unit.code-taken'],
      [{ code: 'X'.repeat(21) }, 'unit.bad-code'],
      [{ parentId: old }, 'unit.unknown-parent'],
      [{ parentId: '00000000-0000-4000-8000-000000000000' }, 'unit.unknown-parent'],
    ] as const)
      expect(await foundUnit(ctx, { facts: facts(given), validFrom: null })).toEqual({
        ok: false,
        error: { code },
      })
    expect((await foundUnit(ctx, { facts: facts({ code: 'OLD' }), validFrom: null })).ok).toBe(true)
  })

  test('cannot be put below themselves, however far down', async () => {
    const ctx = await anAgency(database)
    const top = await aUnit(ctx)
    const middle = await aUnit(ctx, { parentId: top })
    const low = await aUnit(ctx, { parentId: middle })
    for (const parentId of [top, low])
      expect(await changeUnit(ctx, { unitId: top, facts: facts({ parentId }) })).toEqual({
        ok: false,
        error: { code: 'unit.circle' },
      })
    expect(await changeUnit(ctx, { unitId: low, facts: facts({ parentId: top }) })).toEqual({
      ok: true,
      value: true,
    })
    expect(await changeUnit(ctx, { unitId: low, facts: facts({ parentId: top }) })).toEqual({
      ok: true,
      value: false,
    })
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'unit.changed',
      object_id: low,
      detail: { fields: 'parentId' },
    })
  })
})

describe('a unit ends', () => {
  test('only when no unit, person or owner would stay behind in it', async () => {
    const ctx = await anAgency(database)
    const top = await aUnit(ctx)
    const child = await aUnit(ctx, { parentId: top })
    const end = async (unitId: string) => {
      const ended = await endUnit(ctx, { unitId, lastDay: TODAY })
      return ended.ok ? 'ended' : ended.error.code
    }
    expect(await end(top)).toBe('unit.has-children')

    const person = await aPerson(ctx)
    const move = (unitId: string | null) =>
      changePerson(ctx, {
        personId: person.id,
        facts: { name: 'สมชาย ตัวอย่าง', email: null, positionTitle: null, unitId, lang: 'th' },
      })
    await move(child)
    expect(await end(child)).toBe('unit.has-people')
    await move(null)
    await aPerson(ctx, { role: 'unit-owner', unitId: child, validTo: '2024-10-02' })
    expect(await end(child)).toBe('unit.has-owners')
    expect(await endUnit(ctx, { unitId: child, lastDay: '2024-10-02' })).toMatchObject({ ok: true })
    expect(await end(child)).toBe('unit.ended')
    expect(await move(child)).toEqual({ ok: false, error: { code: 'unit.ended' } })
    expect(await end(top)).toBe('unit.has-children')
    expect(await endUnit(ctx, { unitId: top, lastDay: '2024-10-02' })).toMatchObject({ ok: true })
    expect(await endUnit(ctx, { unitId: 'a0000000-0000-4000-8000-000000000000', lastDay: TODAY })).toEqual({
      ok: false,
      error: { code: 'unit.unknown' },
    })
  })

  test('not before it began', async () => {
    const ctx = await anAgency(database)
    const unitId = await aUnit(ctx)
    expect(await endUnit(ctx, { unitId, lastDay: '2024-09-30' })).toEqual({
      ok: false,
      error: { code: 'day.end-before-start' },
    })
  })
})

describe('the head of a unit', () => {
  const headsOf = async (ctx: Ctx) =>
    (await listUnitTree(ctx, { ended: true })).map(({ head }) => head?.name ?? null)

  test('is named, changed and taken away, with a trace each time', async () => {
    const ctx = await anAgency(database)
    const unitId = await aUnit(ctx)
    const [first, second] = [await aPerson(ctx, { name: 'หนึ่ง' }), await aPerson(ctx, { name: 'สอง' })]
    expect(await headsOf(ctx)).toEqual([null])
    for (const [personId, name, isChanged] of [
      [first.id, 'หนึ่ง', true],
      [first.id, 'หนึ่ง', false],
      [second.id, 'สอง', true],
      [null, null, true],
    ] as const) {
      expect(await nameUnitHead(ctx, { unitId, personId })).toEqual({ ok: true, value: isChanged })
      expect(await headsOf(ctx)).toEqual([name])
    }
    expect((await auditOf(database, ctx)).filter(({ action }) => action === 'unit.changed')).toMatchObject([
      { object_id: unitId, detail: { fields: 'head', person: first.id } },
      { detail: { person: second.id } },
      { detail: { person: null } },
    ])
  })

  test('is somebody of the agency who may sign in, and of a unit that goes on', async () => {
    const [ctx, other] = [await anAgency(database), await anAgency(database)]
    const unitId = await aUnit(ctx)
    const name = async (personId: string, of = unitId) => {
      const named = await nameUnitHead(ctx, { unitId: of, personId })
      return named.ok ? 'named' : named.error.code
    }
    const person = await aPerson(ctx)
    expect(await name('nobody')).toBe('person.unknown')
    expect(await name((await aPerson(other)).id)).toBe('person.unknown')
    expect(await name(person.id, await aUnit(other))).toBe('unit.unknown')
    expect(await name(person.id)).toBe('named')
    await database.owner.query('update person set disabled_at = now() where id = $1', [person.id])
    expect(await name(person.id)).toBe('person.is-disabled')
    expect(await headsOf(ctx)).toEqual([null])
    await endUnit(ctx, { unitId, lastDay: TODAY })
    expect(await name((await aPerson(ctx)).id)).toBe('unit.ended')
  })
})

test('an auditor changes no unit, and the refusal is kept', async () => {
  const keeper = await anAgency(database)
  const unitId = await aUnit(keeper)
  const auditor = as(keeper, (await aPerson(keeper, { role: 'auditor' })).id, ['auditor'])
  for (const refused of [
    await foundUnit(auditor, { facts: facts(), validFrom: null }),
    await changeUnit(auditor, { unitId, facts: facts() }),
    await endUnit(auditor, { unitId, lastDay: TODAY }),
    await nameUnitHead(auditor, { unitId, personId: null }),
  ])
    expect(refused).toMatchObject({ ok: false, error: { code: 'permission.refused', act: 'unit.change' } })
  expect((await auditOf(database, keeper)).slice(-4).map(({ action }) => action)).toEqual(
    Array(4).fill('permission.refused'),
  )
})

test('a unit of another agency is not there', async () => {
  const [one, other] = [await anAgency(database), await anAgency(database)]
  const unitId = await aUnit(other)
  expect(await changeUnit(one, { unitId, facts: facts({ nameTh: 'อื่น' }) })).toEqual({
    ok: false,
    error: { code: 'unit.unknown' },
  })
  expect(await foundUnit(one, { facts: facts({ parentId: unitId }), validFrom: null })).toEqual({
    ok: false,
    error: { code: 'unit.unknown-parent' },
  })
})
