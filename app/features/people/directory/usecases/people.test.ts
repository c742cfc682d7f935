import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  anAgency,
  aPerson,
  as,
  at,
  auditOf,
  ORIGIN,
  TODAY,
} from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import type { RoleName } from '../../../../kernel/actor.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { issueLink } from '../../sign-in/link.repo.server.ts'
import { openSession } from '../../sign-in/session.repo.server.ts'
import { findSession, rolesToday } from '../../sign-in/signed-in.queries.server.ts'
import { changePerson } from './change-person.server.ts'
import { disablePerson } from './disable-person.server.ts'
import { enablePerson } from './enable-person.server.ts'
import { endRole } from './end-role.server.ts'
import { foundUnit } from './found-unit.server.ts'
import { grantRole } from './grant-role.server.ts'
import { invitePerson } from './invite-person.server.ts'
import { reinvitePerson } from './reinvite-person.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const facts = (given: { name?: string; email?: string | null; unitId?: string | null } = {}) => ({
  name: 'สมชาย ตัวอย่าง',
  email: 'somchai@agency.example',
  positionTitle: null,
  unitId: null,
  lang: 'th' as const,
  ...given,
})
const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }) =>
  result.ok ? 'ok' : result.error.code
const rows = async (table: string, ctx: Ctx) =>
  (await database.owner.query(`select * from ${table} where agency_id = $1`, [ctx.agency.id])).rows
async function aUnit(ctx: Ctx): Promise<string> {
  const founded = await foundUnit(ctx, {
    facts: { code: 'CSR', nameTh: 'ส่วนบริการ', nameEn: null, parentId: null },
    validFrom: null,
  })
  if (!founded.ok) throw new Error(founded.error.code)
  return founded.value.unitId
}
const rolesOn = (ctx: Ctx, personId: string, instant: string) =>
  withAgency(ctx.db, ctx.agency.id, async (tx) =>
    (await rolesToday(tx, ctx.agency.id, personId, new Date(instant))).map(({ role }) => role),
  )

describe('an invitation', () => {
  test('makes the person, their roles, one link and one letter in their language, and says so in the log', async () => {
    const ctx = await anAgency(database)
    const unitId = await aUnit(ctx)
    const invited = await invitePerson(ctx, {
      facts: { ...facts({ email: ' Somchai@Agency.Example ', unitId }), lang: 'en' },
      roles: [{ role: 'unit-owner', unitId }],
      origin: ORIGIN,
    })
    if (!invited.ok) throw new Error(invited.error.code)
    expect(await rows('person', ctx)).toMatchObject([
      { id: invited.value.personId, email: 'somchai@agency.example', unit_id: unitId, lang: 'en' },
    ])
    expect(await rows('role_grant', ctx)).toMatchObject([
      { role: 'unit-owner', unit_id: unitId, valid_from: TODAY, valid_to: null },
    ])
    expect(await rows('one_time_link', ctx)).toMatchObject([{ purpose: 'invitation', used_at: null }])
    const [mail] = await rows('mail_outbox', ctx)
    expect(mail).toMatchObject({ kind: 'invitation', to_address: 'somchai@agency.example', lang: 'en' })
    expect(mail.text_body).toContain(`${ORIGIN}/en/sign-in/link/`)
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual([
      'unit.founded',
      'person.invited',
      'role.granted',
    ])
  })

  test('is refused without a name or address, and for an address that somebody has, disabled people too', async () => {
    const ctx = await anAgency(database)
    await aPerson(ctx, { role: 'administrator' })
    const taken = await aPerson(ctx, { email: 'taken@agency.example' })
    await disablePerson(ctx, { personId: taken.id })
    for (const [given, code] of [
      [{ name: ' ' }, 'person.no-name'],
      [{ name: 'ก'.repeat(201) }, 'person.too-long'],
      [{ email: null }, 'person.no-email'],
      [{ email: 'somchai' }, 'person.bad-email'],
      [{ email: 'สมชาย@agency.example' }, 'person.bad-email'],
      [{ email: 'TAKEN@agency.example' }, 'person.email-taken'],
      [{ unitId: randomUUID() }, 'unit.unknown'],
    ] as const)
      expect(codeOf(await invitePerson(ctx, { facts: facts(given), roles: [], origin: ORIGIN }))).toBe(code)
    for (const [unitId, code] of [
      [null, 'role.unit-missing'],
      [randomUUID(), 'unit.unknown'],
    ] as const)
      expect(
        codeOf(
          await invitePerson(ctx, {
            facts: facts(),
            roles: [{ role: 'unit-owner', unitId }],
            origin: ORIGIN,
          }),
        ),
      ).toBe(code)
    expect(await rows('person', ctx)).toHaveLength(2)
    expect(await rows('mail_outbox', ctx)).toEqual([])
  })

  test('the coordinator invites owners of measures, and nobody who holds more', async () => {
    const keeper = await anAgency(database)
    const unitId = await aUnit(keeper)
    const coordinator = as(keeper, (await aPerson(keeper)).id, ['ita-coordinator'])
    const invite = (email: string, role: RoleName) =>
      invitePerson(coordinator, { facts: facts({ email }), roles: [{ role, unitId }], origin: ORIGIN })
    expect(codeOf(await invite('a@agency.example', 'administrator'))).toBe('permission.refused')
    expect(codeOf(await invite('b@agency.example', 'unit-owner'))).toBe('ok')
  })

  test('sent again, it takes the force from the one before', async () => {
    const ctx = await anAgency(database)
    const invited = await invitePerson(ctx, { facts: facts(), roles: [], origin: ORIGIN })
    if (!invited.ok) throw new Error(invited.error.code)
    expect(codeOf(await reinvitePerson(ctx, { ...invited.value, origin: ORIGIN }))).toBe('ok')
    const links = await rows('one_time_link', ctx)
    expect(links.filter(({ used_at }) => used_at === null)).toHaveLength(1)
    expect(links).toHaveLength(2)
    expect(await rows('mail_outbox', ctx)).toHaveLength(2)
    const nameless = await aPerson(ctx)
    expect(codeOf(await reinvitePerson(ctx, { personId: nameless.id, origin: ORIGIN }))).toBe(
      'person.no-email',
    )
  })
})

describe('a person is changed', () => {
  test('with a new address the links that went to the old one are void', async () => {
    const ctx = await anAgency(database)
    const invited = await invitePerson(ctx, { facts: facts(), roles: [], origin: ORIGIN })
    if (!invited.ok) throw new Error(invited.error.code)
    const { personId } = invited.value
    expect(await changePerson(ctx, { personId, facts: facts() })).toEqual({ ok: true, value: false })
    expect(await changePerson(ctx, { personId, facts: facts({ email: 'new@agency.example' }) })).toEqual({
      ok: true,
      value: true,
    })
    expect((await rows('one_time_link', ctx)).every(({ used_at }) => used_at !== null)).toBe(true)
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'person.updated',
      detail: { fields: 'email' },
    })
  })

  test('a coordinator cannot lead the letters of an administrator to an address of their own', async () => {
    const keeper = await anAgency(database)
    const administrator = await aPerson(keeper, { role: 'administrator', email: 'admin@agency.example' })
    const coordinator = as(keeper, (await aPerson(keeper)).id, ['ita-coordinator'])
    const changed = await changePerson(coordinator, {
      personId: administrator.id,
      facts: facts({ email: 'mine@agency.example' }),
    })
    expect(changed).toMatchObject({ ok: false, error: { act: 'privileged-person.change' } })
    expect(codeOf(await reinvitePerson(coordinator, { personId: administrator.id, origin: ORIGIN }))).toBe(
      'permission.refused',
    )
    expect(
      codeOf(await changePerson(coordinator, { personId: (await aPerson(keeper)).id, facts: facts() })),
    ).toBe('ok')
  })

  test('a person of another agency is not there', async () => {
    const [one, other] = [await anAgency(database), await anAgency(database)]
    const stranger = await aPerson(other, { role: 'executive' })
    const which = { personId: stranger.id }
    expect(codeOf(await changePerson(one, { ...which, facts: facts() }))).toBe('person.unknown')
    expect(codeOf(await disablePerson(one, which))).toBe('person.unknown')
    expect(codeOf(await enablePerson(one, which))).toBe('person.unknown')
    expect(
      codeOf(
        await grantRole(one, { ...which, role: 'auditor', unitId: null, validFrom: null, validTo: null }),
      ),
    ).toBe('person.unknown')
    expect(codeOf(await endRole(one, { ...which, grantId: stranger.grantId ?? '', lastDay: TODAY }))).toBe(
      'role.unknown',
    )
  })
})

describe('a person is disabled', () => {
  test('their sessions end, their links are void, and enabling them brings neither back', async () => {
    const ctx = await anAgency(database)
    await aPerson(ctx, { role: 'administrator' })
    const { id: personId } = await aPerson(ctx, { email: 'somchai@agency.example' })
    const { token } = await withAgency(ctx.db, ctx.agency.id, async (tx) => {
      const of = { agencyId: ctx.agency.id, personId, now: ctx.now() }
      await issueLink(tx, { ...of, purpose: 'sign-in', createdBy: 'test' })
      return openSession(tx, { ...of, method: 'link', hasSecondFactor: false, userAgent: '' })
    })
    expect(await findSession(ctx, token)).toMatchObject({ state: 'open' })
    expect(await disablePerson(ctx, { personId })).toEqual({ ok: true, value: { sessions: 1 } })
    expect(await findSession(ctx, token)).toMatchObject({ state: 'over' })
    expect((await rows('one_time_link', ctx)).every(({ used_at }) => used_at !== null)).toBe(true)
    expect(codeOf(await reinvitePerson(ctx, { personId, origin: ORIGIN }))).toBe('person.is-disabled')
    expect(codeOf(await enablePerson(ctx, { personId }))).toBe('ok')
    expect(await findSession(ctx, token)).toMatchObject({ state: 'over' })
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual([
      'person.disabled',
      'person.enabled',
    ])
  })

  test('not the last administrator, nor one whose place is taken for a time only', async () => {
    const ctx = await anAgency(database)
    const last = await aPerson(ctx, { role: 'administrator' })
    expect(codeOf(await disablePerson(ctx, { personId: last.id }))).toBe('administrator.last')
    await aPerson(ctx, { role: 'administrator', validTo: '2024-12-31' })
    expect(codeOf(await disablePerson(ctx, { personId: last.id }))).toBe('administrator.last')
    const second = await aPerson(ctx, { role: 'administrator' })
    expect(codeOf(await disablePerson(ctx, { personId: last.id }))).toBe('ok')
    expect(codeOf(await disablePerson(ctx, { personId: second.id }))).toBe('administrator.last')
  })

  test('two administrators who disable each other at once leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ctx = await anAgency(database)
      const [one, other] = [
        await aPerson(ctx, { role: 'administrator' }),
        await aPerson(ctx, { role: 'administrator' }),
      ]
      const done = await Promise.all([
        disablePerson(as(ctx, one.id, ['administrator']), { personId: other.id }),
        disablePerson(as(ctx, other.id, ['administrator']), { personId: one.id }),
      ])
      expect(done.map(codeOf).sort()).toEqual(['administrator.last', 'ok'])
    }
  })
})

describe('a role', () => {
  test('that ended yesterday gives nothing today, to the minute in Thailand', async () => {
    const ctx = await anAgency(database)
    const { id: personId, grantId } = await aPerson(ctx, { role: 'auditor' })
    await endRole(ctx, { personId, grantId: grantId ?? '', lastDay: '2024-10-31' })
    // Midnight in Thailand is 17:00 UTC.
    expect(await rolesOn(ctx, personId, '2024-10-31T16:59:59Z')).toEqual(['auditor'])
    expect(await rolesOn(ctx, personId, '2024-10-31T17:00:00Z')).toEqual([])
  })

  test('begins with its first day in Thailand', async () => {
    const ctx = await anAgency(database)
    const { id: personId } = await aPerson(ctx)
    await grantRole(ctx, { personId, role: 'auditor', unitId: null, validFrom: '2024-11-01', validTo: null })
    expect(await rolesOn(ctx, personId, '2024-10-31T16:59:59Z')).toEqual([])
    expect(await rolesOn(ctx, personId, '2024-10-31T17:00:00Z')).toEqual(['auditor'])
  })

  test('is granted once for the same days, in order, to people who are not disabled', async () => {
    const ctx = await anAgency(database)
    await aPerson(ctx, { role: 'administrator' })
    const unitId = await aUnit(ctx)
    const { id: personId } = await aPerson(ctx)
    const grant = async (validFrom: string | null, validTo: string | null, role: RoleName = 'auditor') =>
      codeOf(await grantRole(ctx, { personId, role, unitId: null, validFrom, validTo }))
    expect(await grant('2024-11-01', '2024-10-31')).toBe('day.end-before-start')
    expect(await grant('2024-01-01', '2024-09-30')).toBe('day.past')
    expect(await grant(null, '2024-12-31')).toBe('ok')
    expect(await grant('2024-12-31', null)).toBe('role.already-held')
    expect(await grant('2025-01-01', null)).toBe('ok')
    expect(await grant(null, null, 'unit-owner')).toBe('role.unit-missing')
    const own = { personId, role: 'unit-owner' as const, unitId, validFrom: null, validTo: null }
    expect(codeOf(await grantRole(ctx, own))).toBe('ok')
    expect(codeOf(await grantRole(ctx, own))).toBe('role.already-held')
    await disablePerson(ctx, { personId })
    expect(await grant('2030-01-01', null)).toBe('person.is-disabled')
  })

  test('that was given today, or is still to come, is taken back at once', async () => {
    const ctx = await anAgency(database)
    await aPerson(ctx, { role: 'administrator' })
    const { id: personId, grantId } = await aPerson(ctx, { role: 'administrator', validFrom: TODAY })
    expect(codeOf(await endRole(ctx, { personId, grantId: grantId ?? '', lastDay: '2024-09-30' }))).toBe('ok')
    expect(await rolesOn(ctx, personId, ctx.now().toISOString())).toEqual([])
    const coming = {
      personId,
      role: 'auditor' as const,
      unitId: null,
      validFrom: '2024-11-01',
      validTo: null,
    }
    const granted = await grantRole(ctx, coming)
    if (!granted.ok) throw new Error(granted.error.code)
    const { rows } = await database.owner.query(
      `select id from role_grant where role = 'auditor' and person_id = $1`,
      [personId],
    )
    expect(codeOf(await endRole(ctx, { personId, grantId: rows[0].id, lastDay: '2024-09-30' }))).toBe('ok')
    expect(await rolesOn(ctx, personId, '2024-11-02T00:00:00Z')).toEqual([])
    // Whose role was taken back may be given it anew.
    expect(codeOf(await grantRole(ctx, coming))).toBe('ok')
  })

  test('ends once, and not before it began', async () => {
    const ctx = await anAgency(database)
    const { id: personId, grantId } = await aPerson(ctx, { role: 'auditor', validFrom: '2024-09-01' })
    const end = async (lastDay: string, on = ctx) =>
      codeOf(await endRole(on, { personId, grantId: grantId ?? '', lastDay }))
    expect(await end('2024-08-31')).toBe('role.not-begun')
    expect(await end('2024-10-05')).toBe('ok')
    expect(await end('2024-10-20')).toBe('ok')
    expect(await end('2024-10-25', at(ctx, '2024-10-21T00:00:00Z'))).toBe('role.is-ended')
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'role.ended',
      object_id: personId,
      detail: { role: 'auditor', lastDay: '2024-10-20' },
    })
  })

  test('of the last administrator does not end, but moves once another takes over without a gap', async () => {
    const ctx = await anAgency(database)
    const last = await aPerson(ctx, { role: 'administrator' })
    const end = async (lastDay: string) =>
      codeOf(await endRole(ctx, { personId: last.id, grantId: last.grantId ?? '', lastDay }))
    expect(await end('2030-01-01')).toBe('administrator.last')
    await aPerson(ctx, { role: 'administrator', validFrom: '2024-11-01' })
    expect(await end('2024-10-30')).toBe('administrator.last')
    expect(await end('2024-10-31')).toBe('ok')
  })

  test('two administrators who take the role from each other at once leave one', async () => {
    const ctx = await anAgency(database)
    const [one, other] = [
      await aPerson(ctx, { role: 'administrator' }),
      await aPerson(ctx, { role: 'administrator' }),
    ]
    const end = (by: string, of: typeof one) =>
      endRole(as(ctx, by, ['administrator']), {
        personId: of.id,
        grantId: of.grantId ?? '',
        lastDay: '2024-09-30',
      })
    const done = await Promise.all([end(one.id, other), end(other.id, one)])
    expect(done.map(codeOf).sort()).toEqual(['administrator.last', 'ok'])
  })

  test('is given and taken by administrators; the coordinator names owners of units', async () => {
    const keeper = await anAgency(database)
    const unitId = await aUnit(keeper)
    const { id: personId } = await aPerson(keeper)
    const coordinator = as(keeper, (await aPerson(keeper)).id, ['ita-coordinator'])
    const give = (role: RoleName) =>
      grantRole(coordinator, { personId, role, unitId, validFrom: null, validTo: null })
    expect(codeOf(await give('ita-coordinator'))).toBe('permission.refused')
    const given = await give('unit-owner')
    if (!given.ok) throw new Error(given.error.code)
    expect(codeOf(await endRole(coordinator, { personId, ...given.value, lastDay: TODAY }))).toBe('ok')
    const auditor = await aPerson(keeper, { role: 'auditor' })
    expect(
      codeOf(
        await endRole(coordinator, { personId: auditor.id, grantId: auditor.grantId ?? '', lastDay: TODAY }),
      ),
    ).toBe('permission.refused')
  })
})
