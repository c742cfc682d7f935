import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  codeOf,
  expectOk,
  giveLink,
  givePassword,
  PASSWORD,
} from '../../../../../tests/support/passwords-and-codes.ts'
import {
  BROWSER,
  NETWORK,
  openSignInDesk,
  type SignInDesk,
} from '../../../../../tests/support/sign-in-desk.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency, withoutAgency } from '../../../../platform/db/tenant.server.ts'
import { findAgencyByCode } from '../../agency.repo.server.ts'
import { comeInByLink } from './come-in-by-link.server.ts'
import { ensureFirstAdministrator } from './ensure-first-administrator.server.ts'

let desk: SignInDesk
beforeEach(async () => {
  desk = await openSignInDesk()
})
afterEach(() => desk.close())

const start = async (agencyCode = 'example') => {
  const { db, now } = desk.ctx
  const ctx = { db, now, actor: { kind: 'system', name: 'start' } } as const
  return expectOk(await ensureFirstAdministrator(ctx, { agencyCode }))?.token ?? null
}
const comeIn = (token: string | null, ctx: Ctx = desk.ctx) =>
  comeInByLink(ctx, desk.tools, {
    token: token ?? '',
    password: PASSWORD,
    facts: { name: 'มาลี ตัวอย่าง', email: 'malee@agency.example' },
    lang: 'th',
    network: NETWORK,
    browser: BROWSER,
  })
const people = async () => (await desk.database.owner.query('select id from person')).rows

describe('as long as nobody can administer the agency', () => {
  test('a link is given by which the first administrator comes in', async () => {
    const { sessionToken } = expectOk(await comeIn(await start()))
    expect(await desk.signedIn(sessionToken)).toMatchObject({
      person: { name: 'มาลี ตัวอย่าง' },
      actor: { roles: [{ role: 'administrator' }] },
      standing: 'second-factor-missing',
    })
    expect(await desk.audited('role.granted')).toMatchObject([{ role: 'administrator' }])
  })
  test('every start gives a new link to the one person, and the one before loses its force', async () => {
    const [first, second] = [await start(), await start()]
    expect(await people()).toHaveLength(1)
    expect(codeOf(await comeIn(first))).toBe('link.useless')
    expect(codeOf(await comeIn(second))).toBe('ok')
  })
  test('two that start at once make one person, and one link is good', async () => {
    const tokens = await Promise.all([start(), start(), start()])
    expect(await people()).toHaveLength(1)
    const results = []
    for (const token of tokens) results.push(codeOf(await comeIn(token)))
    expect(results.sort()).toEqual(['link.useless', 'link.useless', 'ok'])
  })
  test('two that found the agency at once, the same', async () => {
    const tokens = await Promise.all([start('new-agency'), start('new-agency')])
    const agency = await withoutAgency(desk.database.db, (tx) => findAgencyByCode(tx, 'new-agency'))
    expect(await people()).toHaveLength(1)
    const ctx = { ...desk.ctx, agency: agency as { id: string; code: string } }
    const results = []
    for (const token of tokens) results.push(codeOf(await comeIn(token, ctx)))
    expect(results.sort()).toEqual(['link.useless', 'ok'])
  })
  test('a link that is used while the program starts anew harms neither', async () => {
    const token = await start()
    const [came] = await Promise.all([comeIn(token), start()])
    expect(['ok', 'link.useless']).toContain(codeOf(came))
    expect(await people()).toHaveLength(1)
  })
  test('administrators of another agency, and people with other roles, do not count', async () => {
    const other = await desk.addPerson({ ctx: desk.otherCtx, role: 'administrator' })
    await givePassword(desk, other, PASSWORD, desk.otherCtx)
    await givePassword(desk, await desk.addPerson({ role: 'executive' }))
    expect(await start()).not.toBeNull()
  })
  test('an administrator who was disabled, or whose role ended yesterday, does not count', async () => {
    const disabled = await desk.addPerson({ role: 'administrator' })
    await givePassword(desk, disabled)
    await desk.disable(disabled)
    const former = await desk.addPerson({ email: 'former@agency.example', role: 'administrator' })
    await givePassword(desk, former)
    await withAgency(desk.database.db, desk.ctx.agency.id, (tx) =>
      tx.updateTable('role_grant').set({ valid_to: '2026-03-01' }).where('person_id', '=', former).execute(),
    )
    expect(await start()).not.toBeNull()
  })
})

describe('no link is given', () => {
  test('as soon as somebody can sign in', async () => {
    expectOk(await comeIn(await start()))
    expect(await start()).toBeNull()
    expect(await people()).toHaveLength(1)
  })
  test('while an invited administrator has a link that is good; once it is not, another one', async () => {
    const invited = await desk.addPerson({ role: 'administrator' })
    await giveLink(desk, invited, 'invitation')
    expect(await start()).toBeNull()
    desk.setClock(8 * 24 * 60)
    expectOk(await comeIn(await start()))
    expect(await people()).toHaveLength(1)
  })
})
