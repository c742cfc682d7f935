import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { removeBanner } from './banners/usecases/remove-banner.server.ts'
import { saveBanner } from './banners/usecases/save-banner.server.ts'
import { placeExecutive } from './profile/usecases/place-executive.server.ts'
import { saveExecutive } from './profile/usecases/save-executive.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }) =>
  result.ok ? 'done' : result.error.code

test('who answers for a unit alone, audits or holds no role changes neither banners nor those who lead', async () => {
  const agency = await anAgency(database)
  const { id } = await aPerson(agency)
  const given = { typed: {}, picture: 'none', of: null } as const
  for (const roles of [[], [{ role: 'unit-owner', unitId: randomUUID() }], ['auditor']] as const) {
    const ctx = as(agency, id, roles)
    const tried = [
      await saveBanner(ctx, given),
      await removeBanner(ctx, { id: randomUUID() }),
      await saveExecutive(ctx, given),
      await placeExecutive(ctx, { id: randomUUID(), to: 'out' }),
    ]
    expect(tried.map(codeOf)).toEqual(Array(4).fill('permission.refused'))
  }
  const kept = (await auditOf(database, agency)).map(({ action }) => action)
  expect(new Set(kept)).toEqual(new Set(['permission.refused']))
  // Who may is told what is wrong with what was typed instead.
  expect(codeOf(await saveBanner(as(agency, id, ['ita-coordinator']), given))).toBe('look.faults')
})
