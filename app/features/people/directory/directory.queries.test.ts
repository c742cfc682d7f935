import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, aPerson, at, ORIGIN } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { issueLink } from '../sign-in/link.repo.server.ts'
import { openSession } from '../sign-in/session.repo.server.ts'
import { findPersonPage, listPeople, listUnitTree, type PeopleFilter } from './directory.queries.server.ts'
import { disablePerson } from './usecases/disable-person.server.ts'
import { foundUnit } from './usecases/found-unit.server.ts'
import { invitePerson } from './usecases/invite-person.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const ALL: PeopleFilter = { text: null, unitId: null, role: null, state: null, page: 1 }
const names = async (ctx: Ctx, filter: Partial<PeopleFilter> = {}) =>
  (await listPeople(ctx, { ...ALL, ...filter })).rows.map(({ name }) => name)

async function anOffice() {
  const ctx = await anAgency(database)
  const founded = await foundUnit(ctx, {
    facts: { code: 'CSR', nameTh: 'ส่วนบริการ', nameEn: null, parentId: null },
    validFrom: null,
  })
  if (!founded.ok) throw new Error(founded.error.code)
  const { unitId } = founded.value
  const administrator = await aPerson(ctx, {
    name: 'ก ผู้ดูแล',
    role: 'administrator',
    email: 'a@agency.example',
  })
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    openSession(tx, {
      agencyId: ctx.agency.id,
      personId: administrator.id,
      method: 'password',
      hasSecondFactor: true,
      userAgent: '',
      now: ctx.now(),
    }),
  )
  const invited = await invitePerson(ctx, {
    facts: {
      name: 'ข ผู้รับผิดชอบ',
      email: 'owner@agency.example',
      positionTitle: 'นักวิชาการ',
      unitId,
      lang: 'th',
    },
    roles: [{ role: 'unit-owner', unitId }],
    origin: ORIGIN,
  })
  if (!invited.ok) throw new Error(invited.error.code)
  await aPerson(ctx, { name: 'ค ไม่มีอีเมล', role: 'auditor', validTo: '2024-09-30' })
  const gone = await aPerson(ctx, { name: 'ง ถูกระงับ', email: 'gone@agency.example' })
  await disablePerson(ctx, { personId: gone.id })
  return { ctx, unitId, administrator, ownerId: invited.value.personId }
}

describe('the list of people', () => {
  test('is narrowed by text, unit, role and state; who is disabled is shown only when asked for', async () => {
    const { ctx, unitId } = await anOffice()
    expect(await names(ctx)).toEqual(['ก ผู้ดูแล', 'ข ผู้รับผิดชอบ', 'ค ไม่มีอีเมล'])
    expect(await names(ctx, { text: 'OWNER@' })).toEqual(['ข ผู้รับผิดชอบ'])
    expect(await names(ctx, { text: 'นักวิชาการ' })).toEqual(['ข ผู้รับผิดชอบ'])
    expect(await names(ctx, { text: '%' })).toEqual([])
    expect(await names(ctx, { unitId })).toEqual(['ข ผู้รับผิดชอบ'])
    expect(await names(ctx, { role: 'administrator' })).toEqual(['ก ผู้ดูแล'])
    expect(await names(ctx, { role: 'auditor' })).toEqual([])
    expect(await names(ctx, { state: 'active' })).toEqual(['ก ผู้ดูแล'])
    expect(await names(ctx, { state: 'invited' })).toEqual(['ข ผู้รับผิดชอบ'])
    expect(await names(ctx, { state: 'named' })).toEqual(['ค ไม่มีอีเมล'])
    expect(await names(ctx, { state: 'disabled' })).toEqual(['ง ถูกระงับ'])
  })

  test('shows fifty at a time', async () => {
    const ctx = await anAgency(database)
    for (let number = 0; number < 51; number += 1)
      await aPerson(ctx, { name: `คนที่ ${String(number).padStart(2, '0')}` })
    expect(await listPeople(ctx, ALL)).toMatchObject({ found: 51, inAll: 51, pages: 2 })
    expect(await names(ctx, { page: 2 })).toEqual(['คนที่ 50'])
    expect(await names(ctx, { page: 99 })).toEqual(['คนที่ 50'])
  })
})

test('who has no address but an open link by which to come in is invited, until the link is void', async () => {
  const ctx = await anAgency(database)
  const first = await aPerson(ctx, { name: 'คนแรก', role: 'administrator' })
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    issueLink(tx, {
      agencyId: ctx.agency.id,
      personId: first.id,
      purpose: 'invitation',
      createdBy: 'test',
      now: ctx.now(),
    }),
  )
  expect(await names(ctx, { state: 'invited' })).toEqual(['คนแรก'])
  expect(await names(at(ctx, '2024-10-08T03:00:01Z'), { state: 'named' })).toEqual(['คนแรก'])
})

test('the tree of units says who answers for each and how many people stand in it', async () => {
  const { ctx, ownerId } = await anOffice()
  expect(await listUnitTree(ctx, { ended: false })).toMatchObject([
    { code: 'CSR', depth: 0, people: 1, owners: [{ id: ownerId, name: 'ข ผู้รับผิดชอบ' }] },
  ])
})

describe('the page of a person', () => {
  test('says their roles with their days, how they come in and until when an invitation holds', async () => {
    const { ctx, ownerId, administrator, unitId } = await anOffice()
    expect(await findPersonPage(ctx, ownerId)).toMatchObject({
      state: 'invited',
      unit: { id: unitId },
      grants: [{ role: 'unit-owner', unit: { code: 'CSR' }, standing: 'held' }],
      openSessions: 0,
      ways: { password: false, totp: false, passkeys: 0, providers: 0 },
      invitedUntil: new Date('2024-10-08T03:00:00Z'),
    })
    expect(await findPersonPage(ctx, administrator.id)).toMatchObject({
      state: 'active',
      openSessions: 1,
      lastSeenAt: ctx.now(),
      invitedUntil: null,
    })
  })

  test('is not there for a person of another agency, nor for what is no identifier', async () => {
    const [{ ownerId }, other] = [await anOffice(), await anAgency(database)]
    expect(await findPersonPage(other, ownerId)).toBeNull()
    expect(await findPersonPage(other, "' or 1=1")).toBeNull()
  })
})
