import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAgency, aPerson, at } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { nameAgency } from './agency.repo.server.ts'
import { findNames } from './names.queries.server.ts'
import { findOfficeFacts } from './office-facts.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function aUnit(ctx: Ctx, validTo: string | null = null): Promise<string> {
  const id = randomUUID()
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .insertInto('unit')
      .values({
        agency_id: ctx.agency.id,
        id,
        code: 'CSR',
        name_th: 'ฝ่ายสื่อสาร',
        valid_from: '2024-01-01',
        valid_to: validTo,
      })
      .execute(),
  )
  return id
}

it('an agency on its first day has nothing, and what it has is counted as it holds today', async () => {
  const ctx = await anAgency(database)
  const me = await aPerson(ctx, { role: 'administrator' })
  const facts = () => findOfficeFacts(ctx, { personId: me.id, lang: 'th' })
  expect(await facts()).toEqual({
    isNamed: false,
    units: 0,
    coordinators: 0,
    unitOwners: 0,
    own: { hasSecondFactor: false, endingRoles: [] },
  })
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    nameAgency(tx, ctx.agency.id, { nameTh: 'กรมหนึ่ง', nameEn: null, shortName: null }),
  )
  const unitId = await aUnit(ctx)
  await aUnit(ctx, '2024-09-30')
  await aPerson(ctx, { role: 'ita-coordinator' })
  await aPerson(ctx, { role: 'ita-coordinator', validTo: '2024-09-30' })
  await aPerson(ctx, { role: 'unit-owner', unitId })
  expect(await facts()).toMatchObject({ isNamed: true, units: 1, coordinators: 1, unitOwners: 1 })
})

it('says which of the own roles end within thirty days, the last day included', async () => {
  const ctx = await anAgency(database)
  const unitId = await aUnit(ctx)
  const me = await aPerson(ctx, { role: 'unit-owner', unitId, validTo: '2024-10-31' })
  await aPerson(ctx, { role: 'approver', validTo: '2024-10-02' })
  const ending = async (instant: string) =>
    (await findOfficeFacts(at(ctx, instant), { personId: me.id, lang: 'th' })).own.endingRoles
  expect(await ending('2024-09-30T03:00:00Z')).toEqual([])
  const role = { role: 'unit-owner', unitName: 'CSR ฝ่ายสื่อสาร', lastDay: '2024-10-31' }
  expect(await ending('2024-10-01T03:00:00Z')).toEqual([role])
  expect(await ending('2024-10-31T16:59:00Z')).toEqual([role])
  expect(await ending('2024-10-31T17:00:00Z')).toEqual([])
})

it('names people and units by identifier, of the own agency alone', async () => {
  const [ctx, other] = [await anAgency(database), await anAgency(database)]
  const [mine, theirs] = [await aPerson(ctx, { name: 'มานี ตัวอย่าง' }), await aPerson(other)]
  const unitId = await aUnit(ctx)
  const ids = [mine.id, theirs.id, unitId, randomUUID(), 'unknown', "'"]
  expect(await findNames(ctx, { ids, lang: 'en' })).toEqual({
    [mine.id]: 'มานี ตัวอย่าง',
    [unitId]: 'CSR ฝ่ายสื่อสาร',
  })
})
