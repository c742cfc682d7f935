import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { giveTotp } from '../tests/support/passwords-and-codes.ts'
import { BROWSER, NETWORK, ORIGIN, openSignInDesk, type SignInDesk } from '../tests/support/sign-in-desk.ts'
import { openSession } from './features/people/sign-in/session.repo.server.ts'
import type { RoleName } from './kernel/actor.ts'
import { admit } from './office-door.server.ts'
import type { Ctx } from './platform/ctx.server.ts'
import { withAgency } from './platform/db/tenant.server.ts'
import { newToken } from './platform/secrets/token.server.ts'

let desk: SignInDesk
beforeEach(async () => {
  desk = await openSignInDesk()
})
afterEach(() => desk.close())

type Sent = Readonly<{ method?: string; cookie?: string; body?: string; type?: string }>

async function ask(
  pathname: string,
  { method = 'GET', cookie = '', body, type }: Sent = {},
  ctx: Ctx = desk.ctx,
) {
  const request = new Request(ORIGIN + pathname, {
    method,
    ...(body !== undefined && { body }),
    headers: {
      cookie,
      ...(body !== undefined && {
        'content-type': type ?? 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(body)),
      }),
    },
  })
  const admission = await admit(ctx, request, {
    network: NETWORK,
    userAgent: BROWSER.userAgent,
    origin: ORIGIN,
    nonce: 'nonce',
  })
  if (admission.kind === 'comes-in') return { visit: admission.visit, to: null, cookies: null, status: null }
  const { headers, status } = admission.answer
  return { visit: null, to: headers.get('location'), cookies: headers.get('set-cookie'), status }
}

const cookieOf = (token: string, agencyId = desk.ctx.agency.id) => `__Host-session=${agencyId}.${token}`

async function personAt(
  given: { role?: RoleName; hasSecondFactor?: boolean; ctx?: Ctx } = {},
): Promise<{ personId: string; token: string; cookie: string }> {
  const ctx = given.ctx ?? desk.ctx
  const personId = await desk.addPerson({ ctx, ...(given.role && { role: given.role }) })
  const { token } = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    openSession(tx, {
      agencyId: ctx.agency.id,
      personId,
      method: 'password',
      hasSecondFactor: given.hasSecondFactor ?? false,
      userAgent: '',
      now: ctx.now(),
    }),
  )
  return { personId, token, cookie: cookieOf(token, ctx.agency.id) }
}

const keptIdIn = (to: string | null) =>
  /[?&]kept=([0-9a-f-]{36})/.exec(new URLSearchParams(to?.split('?')[1]).get('to') ?? '')?.[1]

describe('nobody', () => {
  test.each([
    ['/office', '/sign-in?to=%2Foffice'],
    ['/office/people?page=2', '/sign-in?to=%2Foffice%2Fpeople%3Fpage%3D2'],
    ['/en/office/people', '/en/sign-in?to=%2Fen%2Foffice%2Fpeople'],
  ])('who asks for %s is led to %s', async (pathname, to) =>
    expect(await ask(pathname)).toMatchObject({ to, status: 303, cookies: null }),
  )
  test('who sends something is led to sign in, and nothing is kept', async () => {
    const sent = await ask('/office/people/new', { method: 'POST', body: 'name=x' })
    expect(sent.to).toBe('/sign-in?to=%2Foffice%2Fpeople%2Fnew')
    expect((await desk.database.owner.query('select from kept_form')).rowCount).toBe(0)
  })
  test('reaches the pages where one signs in', async () => {
    for (const pathname of ['/sign-in', '/en/sign-in/forgot', '/sign-out'])
      expect((await ask(pathname)).visit).toMatchObject({
        signedIn: null,
        tokens: { session: null, browser: null },
        kept: null,
      })
  })
})

describe('who has a whole session', () => {
  test('comes in, known by name and role', async () => {
    const { cookie, personId, token } = await personAt({ role: 'administrator', hasSecondFactor: true })
    const { visit } = await ask('/office', { cookie })
    expect(visit).toMatchObject({
      signedIn: { person: { id: personId }, standing: 'full', actor: { roles: [{ role: 'administrator' }] } },
      tokens: { session: token },
      nonce: 'nonce',
      network: NETWORK,
    })
  })
  test('comes in with a form of their own', async () => {
    const { cookie } = await personAt()
    expect((await ask('/office/people', { method: 'POST', body: 'name=x', cookie })).visit).not.toBeNull()
  })
  test('is nobody at another agency', async () => {
    const { token } = await personAt()
    const there = { cookie: cookieOf(token, desk.otherCtx.agency.id) }
    expect((await ask('/office', there, desk.otherCtx)).to).toBe('/sign-in?to=%2Foffice')
  })
})

describe('a session that has ended', () => {
  test('keeps what was sent, for its person and that page alone', async () => {
    const { cookie, personId } = await personAt()
    desk.setClock(121)
    const sent = await ask('/office/people/new', {
      method: 'POST',
      body: 'name=%E0%B8%A1&password=p',
      cookie,
    })
    const id = keptIdIn(sent.to)
    expect(sent.to).toBe(`/sign-in?to=${encodeURIComponent(`/office/people/new?kept=${id}`)}`)
    const again = await desk.comeIn(personId)
    expect(again.person.id).toBe(personId)
    const { token } = await withAgency(desk.database.db, desk.ctx.agency.id, (tx) =>
      openSession(tx, {
        agencyId: desk.ctx.agency.id,
        personId,
        method: 'password',
        hasSecondFactor: false,
        userAgent: '',
        now: desk.ctx.now(),
      }),
    )
    const shown = await ask(`/office/people/new?kept=${id}`, { cookie: cookieOf(token) })
    expect(shown.visit?.kept).toEqual([['name', 'ม']])
    expect((await ask(`/office/people?kept=${id}`, { cookie: cookieOf(token) })).visit?.kept).toBeNull()
    expect(
      (await ask(`/office/people/new?kept=${'-'.repeat(36)}`, { cookie: cookieOf(token) })).visit?.kept,
    ).toBeNull()
  })
  test('is led back to the first page of the protected channel, without what was sent or asked for there', async () => {
    const { cookie } = await personAt()
    desk.setClock(13 * 60)
    const sent = { method: 'POST', body: 'reply=x', cookie }
    const at = '/en/office/protected/cases/6f1c'
    expect((await ask(at, sent)).to).toBe(
      `/en/sign-in?to=${encodeURIComponent('/en/office/protected?not-kept=1')}`,
    )
    expect((await ask(at, { cookie })).to).toBe(
      `/en/sign-in?to=${encodeURIComponent('/en/office/protected')}`,
    )
  })
  test('says when it could not keep it', async () => {
    const { cookie } = await personAt()
    desk.setClock(121)
    const sent = await ask('/office/people/new', {
      method: 'POST',
      body: '{}',
      type: 'application/json',
      cookie,
    })
    expect(sent.to).toBe(`/sign-in?to=${encodeURIComponent('/office/people/new?not-kept=1')}`)
  })
  test('keeps its cookie, so that another window can still say whose it was; it is no bad one', async () => {
    const { cookie } = await personAt()
    desk.setClock(13 * 60)
    expect(await ask('/office', { cookie })).toMatchObject({ to: '/sign-in?to=%2Foffice', cookies: null })
    expect(keptIdIn((await ask('/office/people', { method: 'POST', body: 'a=b', cookie })).to)).toBeDefined()
    expect(await desk.audited('session.refused')).toEqual([])
  })
  test('of a disabled person opens nothing', async () => {
    const { cookie, personId } = await personAt({ hasSecondFactor: true })
    await desk.disable(personId)
    expect((await ask('/office', { cookie })).to).toBe('/sign-in?to=%2Foffice')
  })
})

describe('whose second factor is asked', () => {
  test('reaches no page of the office, their own account included', async () => {
    const { cookie, personId } = await personAt()
    await giveTotp(desk, personId)
    for (const pathname of [
      '/office',
      '/office/account',
      '/office/account/second-factor',
      '/en/office/people',
    ])
      expect((await ask(pathname, { cookie })).to).toBe(
        `${pathname.startsWith('/en') ? '/en' : ''}/sign-in/second-factor?to=${encodeURIComponent(pathname)}`,
      )
  })
  test('loses nothing that was sent', async () => {
    const { cookie, personId } = await personAt()
    await giveTotp(desk, personId)
    const sent = await ask('/office/people/new', { method: 'POST', body: 'name=x', cookie })
    expect(sent.to).toMatch(/^\/sign-in\/second-factor\?to=/)
    expect(keptIdIn(sent.to)).toBeDefined()
  })
  test('is known at the pages where one signs in', async () => {
    const { cookie, personId } = await personAt()
    await giveTotp(desk, personId)
    expect((await ask('/sign-in/second-factor', { cookie })).visit?.signedIn?.standing).toBe(
      'second-factor-asked',
    )
  })
})

describe('whose role needs a second factor that is missing', () => {
  test('reaches the pages of their account', async () => {
    const { cookie } = await personAt({ role: 'administrator' })
    for (const pathname of [
      '/office/account',
      '/office/account/second-factor',
      '/en/office/account/passkeys',
    ])
      expect((await ask(pathname, { cookie })).visit?.signedIn?.standing).toBe('second-factor-missing')
  })
  test('and nothing else', async () => {
    const { cookie } = await personAt({ role: 'administrator' })
    for (const pathname of [
      '/office',
      '/office/people',
      '/office/accounts',
      '/office/accountant',
      '/office/people/account',
    ])
      expect((await ask(pathname, { cookie })).to, pathname).toBe('/office/account/second-factor')
    expect((await ask('/office/people', { method: 'POST', body: 'a=b', cookie })).to).toBe(
      '/office/account/second-factor',
    )
  })
})

describe('a cookie that this agency never gave', () => {
  const cleared = /^__Host-session=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax$/
  test('of another agency is refused, kept in the audit log, and taken away', async () => {
    const { cookie } = await personAt({ ctx: desk.otherCtx })
    expect(await ask('/office', { cookie })).toMatchObject({
      to: '/sign-in?to=%2Foffice',
      cookies: expect.stringMatching(cleared),
    })
    expect(await desk.audited('session.refused')).toMatchObject([{ reason: 'foreign' }])
    expect(await desk.audited('session.refused', desk.otherCtx)).toEqual([])
  })
  test('that was changed, the same', async () => {
    const { cookie } = await personAt()
    expect((await ask('/office', { cookie: `${cookie}x` })).cookies).toMatch(cleared)
    expect(await desk.audited('session.refused')).toMatchObject([{ reason: 'tampered' }])
  })
  test('that was guessed, the same, and what was sent with it is not kept', async () => {
    const guessed = { cookie: cookieOf(newToken()), method: 'POST', body: 'a=b' }
    const sent = await ask('/office/people', guessed)
    expect(sent.cookies).toMatch(cleared)
    expect(keptIdIn(sent.to)).toBeUndefined()
    expect(await desk.audited('session.refused')).toMatchObject([{ reason: 'unknown' }])
  })
})
