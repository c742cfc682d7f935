import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { listenTo } from '../../../../platform/db/listen.server.ts'
import { openAgencyDirectory } from '../../agency-directory.server.ts'
import { changeAgency } from './change-agency.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const facts = {
  nameTh: 'กรมตัวอย่าง',
  nameEn: 'Example Department',
  shortName: null,
  agencyType: 'department',
  ministry: null,
  hostName: null,
}

test('an agency says who it is, and every process hears of it', async () => {
  const ctx = await anAgency(database)
  const heard = Promise.withResolvers<void>()
  const stop = await listenTo(database.address, 'published', heard.resolve)
  const directory = await openAgencyDirectory(database.db, 'nobody', 'https://ita.example.go.th')
  const changed = await changeAgency(ctx, {
    facts: { ...facts, nameTh: '  กรม ตัวอย่าง ', hostName: 'ITA.Agency.Example.' },
    hostConfirmed: true,
  })
  expect(changed).toEqual({ ok: true, value: true })
  await heard.promise
  await stop()
  await directory.refresh()
  expect(directory.find('ita.agency.example:8080')).toMatchObject({ id: ctx.agency.id })
  expect(await auditOf(database, ctx)).toMatchObject([
    { action: 'agency.changed', detail: { fields: 'nameTh, nameEn, agencyType, hostName' } },
  ])
  const again = {
    facts: { ...facts, nameTh: 'กรม ตัวอย่าง', hostName: 'ita.agency.example' },
    hostConfirmed: false,
  }
  expect(await changeAgency(ctx, again)).toEqual({ ok: true, value: false })
})

test('a host name must be one, be free, and be confirmed, for a wrong one shuts everybody out', async () => {
  const [ctx, other] = [await anAgency(database), await anAgency(database)]
  await changeAgency(other, { facts: { ...facts, hostName: 'other.example' }, hostConfirmed: true })
  for (const [given, code] of [
    [{ ...facts, nameTh: ' ' }, 'agency.no-name'],
    [{ ...facts, agencyType: 'club' }, 'agency.bad-type'],
    [{ ...facts, hostName: 'https://ita.agency.example' }, 'agency.bad-host'],
    [{ ...facts, hostName: 'Other.Example' }, 'agency.host-taken'],
    [{ ...facts, hostName: 'new.example' }, 'agency.host-unconfirmed'],
  ] as const)
    expect(await changeAgency(ctx, { facts: given, hostConfirmed: false })).toEqual({
      ok: false,
      error: { code },
    })
})

test('only an administrator changes it', async () => {
  const keeper = await anAgency(database)
  const coordinator = as(keeper, (await aPerson(keeper)).id, ['ita-coordinator'])
  expect(await changeAgency(coordinator, { facts, hostConfirmed: false })).toMatchObject({
    ok: false,
    error: { code: 'permission.refused', act: 'agency.change' },
  })
})
