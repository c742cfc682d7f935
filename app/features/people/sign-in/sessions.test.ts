import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  codeOf,
  expectOk,
  giveLink,
  givePassword,
  PASSWORD,
  signIn,
} from '../../../../tests/support/passwords-and-codes.ts'
import { NETWORK, openSignInDesk, type SignInDesk } from '../../../../tests/support/sign-in-desk.ts'
import { startOfThaiDay } from '../../../kernel/thai-day.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { SignedIn } from '../../../web/visit.ts'
import { findLink, findWaysToSignIn } from './account.queries.server.ts'
import { recordForgery } from './record-refusals.server.ts'
import { findSession } from './signed-in.queries.server.ts'
import { changePassword } from './usecases/change-password.server.ts'
import { endOwnSessions, type WhichSessions } from './usecases/end-session.server.ts'

let desk: SignInDesk
let personId: string

beforeEach(async () => {
  desk = await openSignInDesk()
  personId = await desk.addPerson()
  await givePassword(desk, personId)
})
afterEach(() => desk.close())

const stateOf = async (token: string) => (await findSession(desk.ctx, token))?.state ?? 'unknown'
const tokenOfSignIn = async () => expectOk(await signIn(desk)).sessionToken
const at = (signedIn: SignedIn) => ({ ...desk.ctx, actor: signedIn.actor })

describe('a session', () => {
  test('ends when nobody used it for two hours, and not before', async () => {
    const token = await tokenOfSignIn()
    desk.setClock(120)
    expect(await stateOf(token)).toBe('open')
    desk.setClock(240)
    expect(await stateOf(token)).toBe('open')
    desk.setClock(361)
    expect(await stateOf(token)).toBe('over')
  })
  test('ends after twelve hours, however much it was used', async () => {
    const token = await tokenOfSignIn()
    for (let hour = 1; hour < 12; hour++) {
      desk.setClock(hour * 60)
      expect(await stateOf(token)).toBe('open')
    }
    desk.setClock(12 * 60)
    expect(await stateOf(token)).toBe('over')
  })
  test('that was opened while the clock was a year ahead is over once it is right again', async () => {
    desk.setClock(365 * 24 * 60)
    const token = await tokenOfSignIn()
    const link = await giveLink(desk, personId, 'sign-in')
    expect(await stateOf(token)).toBe('open')
    expect(await findLink(desk.ctx, link)).not.toBeNull()
    desk.setClock(0)
    expect(await stateOf(token)).toBe('over')
    expect(await findLink(desk.ctx, link)).toBeNull()
  })
  test('of a disabled person is over', async () => {
    const token = await tokenOfSignIn()
    await desk.disable(personId)
    expect(await findSession(desk.ctx, token)).toEqual({ state: 'over', personId })
  })
  test('opens nothing at another agency, whoever is there', async () => {
    await desk.addPerson({ ctx: desk.otherCtx })
    expect(await findSession(desk.otherCtx, await tokenOfSignIn())).toBeNull()
  })
  test('is known by the hash of its token alone', async () => {
    const token = await tokenOfSignIn()
    const { rows } = await desk.database.owner.query('select * from session, known_browser')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('roles of a session are those of the day in Thailand', () => {
  const grant = (validFrom: string, validTo: string | null) =>
    withAgency(desk.database.db, desk.ctx.agency.id, (tx) =>
      tx
        .insertInto('role_grant')
        .values({
          agency_id: desk.ctx.agency.id,
          id: randomUUID(),
          person_id: personId,
          role: 'executive',
          valid_from: validFrom,
          valid_to: validTo,
          granted_at: desk.ctx.now(),
          granted_by: 'test',
        })
        .execute(),
    )
  /** The clock of the desk starts at 16.00 of 2 March in Thailand: so many minutes from there. */
  const minutesUntil = (day: string) => (startOfThaiDay(day).getTime() - desk.ctx.now().getTime()) / 60_000
  const rolesAt = async (minutes: number) => {
    desk.setClock(minutes)
    const signedIn = await desk.comeIn(personId)
    return signedIn.actor.roles.map(({ role }) => role)
  }

  test('one that ended yesterday gives nothing, to the minute', async () => {
    await grant('2026-01-01', '2026-03-02')
    const midnight = minutesUntil('2026-03-03')
    expect(await rolesAt(midnight - 1)).toEqual(['executive'])
    expect(await rolesAt(midnight)).toEqual([])
  })
  test('one that begins tomorrow gives nothing yet, to the minute', async () => {
    await grant('2026-03-03', null)
    const midnight = minutesUntil('2026-03-03')
    expect(await rolesAt(midnight - 1)).toEqual([])
    expect(await rolesAt(midnight)).toEqual(['executive'])
  })
  test('an open session gains and loses them, too', async () => {
    const { sessionToken } = expectOk(await signIn(desk))
    expect((await desk.signedIn(sessionToken)).actor.roles).toEqual([])
    await grant('2026-03-02', '2026-03-02')
    expect((await desk.signedIn(sessionToken)).actor.roles).toEqual([{ role: 'executive', unitId: null }])
  })
})

describe('signing out', () => {
  const end = (signedIn: SignedIn, which: WhichSessions) => endOwnSessions(at(signedIn), { signedIn, which })

  test('here ends this session alone', async () => {
    const [here, there] = [await tokenOfSignIn(), await tokenOfSignIn()]
    expect(expectOk(await end(await desk.signedIn(here), { kind: 'this' }))).toBe(1)
    expect([await stateOf(here), await stateOf(there)]).toEqual(['over', 'open'])
    expect(await desk.audited('session.ended')).toMatchObject([{ which: 'this', count: 1 }])
  })
  test('elsewhere leaves this one, and makes strangers of all browsers', async () => {
    const { browserToken, sessionToken: there } = expectOk(await signIn(desk))
    const here = await tokenOfSignIn()
    expect(expectOk(await end(await desk.signedIn(here), { kind: 'others' }))).toBe(1)
    expect([await stateOf(here), await stateOf(there)]).toEqual(['open', 'over'])
    await Promise.all(Array.from({ length: 10 }, () => signIn(desk, { password: 'wrong' })))
    expect(codeOf(await signIn(desk, { browserToken }))).toBe('sign-in.too-many')
  })
  test('everywhere ends this one, too, and nobody else’s', async () => {
    const other = await desk.addPerson({ email: 'malee@agency.example' })
    const others = await desk.comeIn(other)
    const tokens = [await tokenOfSignIn(), await tokenOfSignIn()]
    expect(expectOk(await end(await desk.signedIn(tokens[0] as string), { kind: 'all' }))).toBe(2)
    expect(await Promise.all(tokens.map(stateOf))).toEqual(['over', 'over'])
    expect((await findWaysToSignIn(desk.ctx, other)).sessions.map(({ id }) => id)).toEqual([others.sessionId])
  })
  test('one of one’s own by its identifier, once', async () => {
    const [here, there] = [await desk.comeIn(personId), await desk.comeIn(personId)]
    const which = { kind: 'one', sessionId: there.sessionId } as const
    expect(codeOf(await end(here, which))).toBe('ok')
    expect(codeOf(await end(here, which))).toBe('session.unknown')
  })
  test('another person’s session, or none at all, is refused', async () => {
    const others = await desk.comeIn(await desk.addPerson({ email: 'malee@agency.example' }))
    const here = await desk.comeIn(personId)
    for (const sessionId of [others.sessionId, randomUUID(), '', 'x', "'; drop table session; --"])
      expect(codeOf(await end(here, { kind: 'one', sessionId }))).toBe('session.unknown')
    expect((await findWaysToSignIn(desk.ctx, others.person.id)).sessions).toHaveLength(1)
    expect(await desk.audited('session.revoked')).toEqual([])
  })
})

describe('a new password', () => {
  const NEW = 'ช้างเผือกเดินข้ามสะพาน'
  const change = (
    signedIn: SignedIn,
    input: { current?: string | null; password?: string; browserToken?: string } = {},
  ) =>
    changePassword(at(signedIn), desk.tools, {
      signedIn,
      current: PASSWORD,
      password: NEW,
      network: NETWORK,
      browserToken: null,
      ...input,
    })

  test('takes the place of the old one, ends other sessions and open links, and is told by mail', async () => {
    const [here, there] = [await tokenOfSignIn(), await tokenOfSignIn()]
    const link = await giveLink(desk, personId, 'password-reset')
    expect(codeOf(await change(await desk.signedIn(here)))).toBe('ok')
    expect([await stateOf(here), await stateOf(there)]).toEqual(['open', 'over'])
    expect(await findLink(desk.ctx, link)).toBeNull()
    expect([codeOf(await signIn(desk)), codeOf(await signIn(desk, { password: NEW }))]).toEqual([
      'sign-in.wrong',
      'ok',
    ])
    const { rows } = await desk.database.owner.query('select kind, mail_outbox::text as all from mail_outbox')
    expect(rows).toMatchObject([{ kind: 'password-changed' }])
    expect(JSON.stringify(rows)).not.toContain(NEW)
    expect(await desk.audited('password.set')).toEqual([{ on: personId }])
  })
  test.each([
    [{ current: 'wrong' }, 'password.current-wrong'],
    [{ current: null }, 'password.current-wrong'],
    [{ password: 'สั้น' }, 'password.too-short'],
    [{ password: 'สมชายตัวอย่าง' }, 'password.personal'],
  ])('is refused with %j', async (input, code) => {
    expect(codeOf(await change(await desk.comeIn(personId), input))).toBe(code)
    expect(codeOf(await signIn(desk))).toBe('ok')
  })
  test('cannot be had by guessing the current one, with ever new browsers too', async () => {
    const signedIn = await desk.comeIn(personId)
    for (let times = 0; times < 10; times++)
      await change(signedIn, { current: 'wrong', browserToken: String(times).padEnd(43, 'a') })
    expect(codeOf(await change(signedIn, { browserToken: 'b'.repeat(43) }))).toBe('sign-in.too-many')
  })
  test('of who has none asks for a fresh sign-in, and for nothing else', async () => {
    const other = await desk.addPerson({ email: 'malee@agency.example' })
    const signedIn = await desk.comeIn(other)
    desk.setClock(31)
    expect(codeOf(await change(signedIn, { current: null }))).toBe('session.not-fresh')
    desk.setClock(30)
    expect(codeOf(await change(signedIn, { current: null }))).toBe('ok')
    expect(codeOf(await signIn(desk, { email: 'malee@agency.example', password: NEW }))).toBe('ok')
  })
  test('of two at the same moment one is set', async () => {
    const signedIn = await desk.comeIn(personId)
    const results = await Promise.all([change(signedIn), change(signedIn, { password: 'นกแก้วบินข้ามแม่น้ำ' })])
    expect(results.map(codeOf).sort()).toEqual(['ok', 'password.current-wrong'])
  })
})

test('what another site sends to a one-time link is written down without the secret, which is still good', async () => {
  const token = await giveLink(desk, personId, 'password-reset')
  await recordForgery(desk.ctx, `/en/sign-in/link/${token}`)
  expect(await desk.audited('post.refused')).toEqual([{ on: '/en/sign-in/link/…', reason: 'cross-site' }])
  expect(await findLink(desk.ctx, token)).toMatchObject({ purpose: 'password-reset' })
})

test('a forged post to the protected channel leaves no trace', async () => {
  await recordForgery(desk.ctx, '/office/protected/cases/6f1c')
  expect(await desk.audited('post.refused')).toEqual([])
})
