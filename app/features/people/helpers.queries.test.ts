import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSignInDesk, type SignInDesk } from '../../../tests/support/sign-in-desk.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { listHoldersOf } from './helpers.queries.server.ts'
import { pageRefused, permissionRefused } from './permission-refused.server.ts'

let desk: SignInDesk
beforeEach(async () => {
  desk = await openSignInDesk()
})
afterEach(() => desk.close())

const addHolder = async (name: string, validTo: string | null = null, validFrom = '2026-01-01') => {
  const personId = await desk.addPerson({ email: `${randomUUID()}@agency.example`, role: 'administrator' })
  await withAgency(desk.database.db, desk.ctx.agency.id, async (tx) => {
    await tx.updateTable('person').set({ name }).where('id', '=', personId).execute()
    await tx
      .updateTable('role_grant')
      .set({ valid_from: validFrom, valid_to: validTo })
      .where('person_id', '=', personId)
      .execute()
  })
  return personId
}
const names = async () => (await listHoldersOf(desk.ctx, ['administrator'])).map(({ name }) => name)

test('who can help are those who hold the role today and may sign in, by name', async () => {
  await addHolder('มาลี ตัวอย่าง')
  await addHolder('กมล ตัวอย่าง', '2026-03-02')
  await addHolder('อดีต ตัวอย่าง', '2026-03-01')
  await addHolder('อนาคต ตัวอย่าง', null, '2026-03-03')
  await desk.disable(await addHolder('ระงับ ตัวอย่าง'))
  await desk.addPerson({ ctx: desk.otherCtx, role: 'administrator' })
  expect(await names()).toEqual(['กมล ตัวอย่าง', 'มาลี ตัวอย่าง'])
})

test('the day is the one in Thailand', async () => {
  await addHolder('กมล ตัวอย่าง', '2026-03-02')
  // 2 March, 23.59 in Thailand, then midnight.
  desk.setClock(7 * 60 + 59)
  expect(await names()).toHaveLength(1)
  desk.setClock(8 * 60)
  expect(await names()).toEqual([])
})

test('six are named at most; of no role there is nobody', async () => {
  for (let number = 0; number < 8; number++) await addHolder(`ผู้ช่วย ${number}`)
  expect(await names()).toHaveLength(6)
  expect(await listHoldersOf(desk.ctx, [])).toEqual([])
})

test('somebody who has a role twice is named once', async () => {
  const personId = await addHolder('มาลี ตัวอย่าง')
  await withAgency(desk.database.db, desk.ctx.agency.id, (tx) =>
    tx
      .insertInto('role_grant')
      .values({
        agency_id: desk.ctx.agency.id,
        id: randomUUID(),
        person_id: personId,
        role: 'administrator',
        valid_from: '2026-02-01',
        granted_at: desk.ctx.now(),
        granted_by: 'test',
      })
      .execute(),
  )
  expect(await names()).toEqual(['มาลี ตัวอย่าง'])
})

const REFUSAL = { code: 'permission.refused', act: 'person.invite', roles: ['administrator'] } as const

test('a refusal is an answer 403 that names the act and who can help', async () => {
  await addHolder('มาลี ตัวอย่าง')
  const answer = await permissionRefused(desk.ctx, REFUSAL)
  expect(answer.init?.status).toBe(403)
  expect(answer.data).toEqual({
    refusedAct: 'person.invite',
    roles: ['administrator'],
    helpers: [{ name: 'มาลี ตัวอย่าง', role: 'administrator' }],
  })
  expect(await desk.audited('permission.refused')).toEqual([])
})

test('a page that may not even be read is kept in the audit log, too', async () => {
  expect((await pageRefused(desk.ctx, REFUSAL)).init?.status).toBe(403)
  expect(await desk.audited('permission.refused')).toEqual([{ on: 'person.invite', roles: 'administrator' }])
})
