import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCoordinator, aPerson, as, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { profileValues } from '../profile-values.domain.ts'
import { findProfile } from '../site-profile.queries.server.ts'
import { changeProfile } from './change-profile.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const TYPED = { missionTh: 'ดูแลข้อมูลตัวอย่าง', colour: '#0B3D78', license: 'CC-BY-4.0' }
const first = { mark: 'keep', seenVersion: null } as const

test('a profile says under which licence the data are given, and its form shows it again', async () => {
  const ctx = await aCoordinator(database)
  expect((await findProfile(ctx)).license).toBeNull()
  expect(await changeProfile(ctx, { ...first, typed: TYPED })).toEqual({ ok: true, value: true })
  const profile = await findProfile(ctx)
  expect(profile).toMatchObject({ license: 'CC-BY-4.0', brand: { colour: '#0b3d78', mark: null } })
  const again = { typed: profileValues(profile), mark: 'keep', seenVersion: 1 } as const
  expect(await changeProfile(ctx, again)).toEqual({ ok: true, value: false })
  const taken = { ...again, typed: { ...again.typed, license: '' } }
  expect(await changeProfile(ctx, taken)).toEqual({ ok: true, value: true })
  expect((await findProfile(ctx)).license).toBeNull()
  const entries = (await auditOf(database, ctx)).filter(({ action }) => action === 'site-profile.changed')
  expect(entries.map(({ detail }) => detail)).toMatchObject([
    { parts: 'mission, license, brand.colour' },
    { parts: 'license' },
  ])
})

test('a licence that is not in the list is refused at its field, and nothing is kept', async () => {
  const ctx = await aCoordinator(database)
  const typed = { ...TYPED, license: 'toString', colour: 'blue' }
  expect(await changeProfile(ctx, { ...first, typed })).toEqual({
    ok: false,
    error: {
      code: 'look.faults',
      faults: { license: 'profile.bad-license', colour: 'profile.bad-colour' },
    },
  })
  expect((await findProfile(ctx)).mission).toBeNull()
})

test('of two people at once the second is shown what the first saved; who may not is refused', async () => {
  const ctx = await aCoordinator(database)
  await changeProfile(ctx, { ...first, typed: TYPED })
  expect(await changeProfile(ctx, { ...first, typed: { ...TYPED, license: 'CC0-1.0' } })).toMatchObject({
    ok: false,
    error: { code: 'profile.clash', kept: { version: 1, profile: { license: 'CC-BY-4.0' } } },
  })
  const { id } = await aPerson(ctx)
  const other = as(ctx, id, ['unit-owner'])
  expect(await changeProfile(other, { ...first, typed: TYPED })).toMatchObject({
    ok: false,
    error: { code: 'permission.refused' },
  })
})
