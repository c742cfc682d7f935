import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OidcServer, openOidcServer } from '../../../../tests/support/oidc-server.ts'
import {
  BROWSER,
  NETWORK,
  ORIGIN,
  openSignInDesk,
  type SignInDesk,
} from '../../../../tests/support/sign-in-desk.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { log } from '../../../platform/log/log.server.ts'
import type { SignedIn } from '../../../web/visit.ts'
import { callbackAddress } from './oidc-binding.server.ts'
import { listIdentities, listProviders, listProvidersToChange } from './other-ways.queries.server.ts'
import { hasProvedTwoFactors } from './second-factor-claim.domain.ts'
import { finishOidc } from './usecases/finish-oidc.server.ts'
import { removeProvider } from './usecases/remove-provider.server.ts'
import { saveProvider } from './usecases/save-provider.server.ts'
import { startOidc } from './usecases/start-oidc.server.ts'
import { unlinkIdentity } from './usecases/unlink-identity.server.ts'

const SOMCHAI = { subject: 'somchai-1', email: 'Somchai@Agency.example', isEmailVerified: true }

let desk: SignInDesk
let server: OidcServer
let admin: SignedIn
let personId: string

beforeAll(async () => {
  // Providers that are away or refuse are what these tests are about.
  log.level = 'silent'
  server = await openOidcServer({ redirectUri: callbackAddress(ORIGIN) })
})
afterAll(() => server.stop())

beforeEach(async () => {
  desk = await openSignInDesk()
  personId = await desk.addPerson()
  const adminId = await desk.addPerson({ email: 'admin@agency.example', role: 'administrator' })
  admin = await desk.comeIn(adminId, { hasSecondFactor: true })
})
afterEach(() => desk.close())

const CLIENT = { labelTh: 'บัญชีหน่วยงาน', labelEn: 'Agency account', isPublic: false, hasSecondFactor: false }
type Facts = Partial<Omit<Parameters<typeof saveProvider>[2], 'signedIn'>>

const save = (facts: Facts = {}, by = admin, ctx: Ctx = desk.ctx) =>
  saveProvider({ ...ctx, actor: by.actor }, desk.tools, {
    ...CLIENT,
    ...server.confidential,
    id: null,
    issuer: server.issuer,
    scope: 'email',
    origin: ORIGIN,
    signedIn: by,
    ...facts,
  })

async function addProvider(facts: Facts = {}): Promise<string> {
  const saved = await save(facts)
  if (!saved.ok) throw new Error(saved.error.code)
  return saved.value.id
}

const begin = (providerId: string, linking: SignedIn | null = null, ctx = desk.ctx) =>
  startOidc(ctx, desk.tools, {
    providerId,
    to: '/office/measures',
    lang: 'en',
    origin: ORIGIN,
    network: NETWORK,
    linking,
  })

async function started(providerId: string, linking: SignedIn | null = null) {
  const begun = await begin(providerId, linking)
  if (!begun.ok) throw new Error(begun.error.code)
  return begun.value
}

const finish = (attemptToken: string | null, search: string, current: SignedIn | null = null) =>
  finishOidc(desk.ctx, desk.tools, { attemptToken, search, origin: ORIGIN, browser: BROWSER, current })

/** The whole way: to the provider, through its pages, back. */
async function signIn(
  providerId: string,
  person: Parameters<OidcServer['letIn']>[0],
  linking: SignedIn | null = null,
) {
  const { url, attemptToken } = await started(providerId, linking)
  server.letIn(person)
  return finish(attemptToken, await server.visit(url), linking)
}

const refusals = async () => (await desk.audited('sign-in.refused')).map(({ reason }) => reason)
const codeOf = ({ result }: Awaited<ReturnType<typeof finish>>) => (result.ok ? 'ok' : result.error.code)

describe('signing in with a provider', () => {
  test.each([
    ['a confidential client', () => server.confidential, false],
    ['a public client', () => server.public, true],
  ])(
    'links who has the verified e-mail address, and knows them from then on: %s',
    async (_what, client, isPublic) => {
      const providerId = await addProvider({ ...client(), isPublic })
      const first = await signIn(providerId, SOMCHAI)
      expect(first).toMatchObject({
        to: '/office/measures',
        lang: 'en',
        isLinking: false,
        result: { ok: true },
      })
      expect(await desk.audited('identity.linked')).toMatchObject([
        { on: personId, issuer: server.issuer, by: 'email' },
      ])
      // The address is no longer asked for: the account is known by its subject.
      const again = await signIn(providerId, { subject: SOMCHAI.subject })
      if (!again.result.ok || !again.result.value) throw new Error('not signed in')
      const session = await desk.signedIn(again.result.value.sessionToken)
      expect(session).toMatchObject({ method: 'oidc', person: { id: personId }, standing: 'full' })
    },
  )

  test('asks the user info where the ID token has no e-mail address', async () => {
    const frugal = await openOidcServer({ redirectUri: callbackAddress(ORIGIN), isEmailInIdToken: false })
    try {
      const providerId = await addProvider({ ...frugal.confidential, issuer: frugal.issuer })
      const { url, attemptToken } = await started(providerId)
      frugal.letIn(SOMCHAI)
      expect(codeOf(await finish(attemptToken, await frugal.visit(url)))).toBe('ok')
    } finally {
      await frugal.stop()
    }
  })

  test.each([
    [
      'an address that the provider has not verified',
      { isEmailVerified: false },
      'oidc.unverified-email',
      'unverified-email',
    ],
    [
      'an address of which it says nothing',
      { isEmailVerified: undefined },
      'oidc.unverified-email',
      'unverified-email',
    ],
    ['no address', { email: undefined }, 'oidc.nobody', 'no-email'],
    ['an address of nobody', { email: 'malee@agency.example' }, 'oidc.nobody', 'nobody'],
  ])('refuses %s, makes nobody, and writes it down', async (_what, change, code, reason) => {
    const providerId = await addProvider()
    const { email, isEmailVerified } = { ...SOMCHAI, ...change }
    const person = {
      subject: SOMCHAI.subject,
      ...(email !== undefined && { email }),
      ...(isEmailVerified !== undefined && { isEmailVerified }),
    }
    expect(codeOf(await signIn(providerId, person))).toBe(code)
    expect(await refusals()).toEqual([reason])
    const { rows } = await desk.database.owner.query('select from oidc_identity')
    expect(rows).toEqual([])
  })

  test('a disabled person is nobody, before and after their account was linked', async () => {
    const providerId = await addProvider()
    await signIn(providerId, SOMCHAI)
    await desk.disable(personId)
    expect(codeOf(await signIn(providerId, SOMCHAI))).toBe('oidc.nobody')
    expect(codeOf(await signIn(providerId, { ...SOMCHAI, subject: 'another' }))).toBe('oidc.nobody')
    expect(await refusals()).toEqual(['disabled', 'nobody'])
  })

  test('an e-mail address that was given to somebody new does not open the account of the person before', async () => {
    const providerId = await addProvider()
    await signIn(providerId, SOMCHAI)
    expect(codeOf(await signIn(providerId, { ...SOMCHAI, subject: 'successor' }))).toBe('oidc.nobody')
    expect(await refusals()).toEqual(['other-account'])
  })

  test('an account of another agency is nobody here, and its provider is none here', async () => {
    const providerId = await addProvider()
    await desk.addPerson({ email: 'wichai@agency.example', ctx: desk.otherCtx })
    expect(
      codeOf(await signIn(providerId, { ...SOMCHAI, subject: 'w', email: 'wichai@agency.example' })),
    ).toBe('oidc.nobody')
    expect(await begin(providerId, null, desk.otherCtx)).toMatchObject({
      error: { code: 'oidc.unknown-provider' },
    })
  })
})

describe('an answer', () => {
  test('is good once', async () => {
    const { url, attemptToken } = await started(await addProvider())
    server.letIn(SOMCHAI)
    const search = await server.visit(url)
    expect(codeOf(await finish(attemptToken, search))).toBe('ok')
    expect(codeOf(await finish(attemptToken, search))).toBe('sign-in.over')
    expect(await refusals()).toEqual(['no-attempt'])
  })

  test('in another browser is refused, and does not spoil the sign-in of the one that began', async () => {
    const providerId = await addProvider()
    const [own, other] = [await started(providerId), await started(providerId)]
    server.letIn(SOMCHAI)
    const search = await server.visit(own.url)
    expect(codeOf(await finish(null, search))).toBe('sign-in.over')
    expect(await finish(other.attemptToken, search)).toMatchObject({
      isUsedUp: false,
      result: { error: { code: 'sign-in.over' } },
    })
    expect(await finish(own.attemptToken, search)).toMatchObject({ isUsedUp: true, result: { ok: true } })
  })

  test('with another state, with two, or with the code of another sign-in is refused', async () => {
    const providerId = await addProvider()
    const [own, other] = [await started(providerId), await started(providerId)]
    server.letIn(SOMCHAI)
    const search = new URLSearchParams(await server.visit(own.url))
    const foreign = new URLSearchParams(await server.visit(other.url))
    const changed = new URLSearchParams(search)
    changed.set('state', 'f'.repeat(64))
    expect(codeOf(await finish(own.attemptToken, `?${changed}`))).toBe('sign-in.over')
    expect(codeOf(await finish(own.attemptToken, `?${search}&state=${search.get('state')}`))).toBe(
      'sign-in.over',
    )
    search.set('code', foreign.get('code') ?? '')
    // The verifier is of the other sign-in.
    expect(codeOf(await finish(own.attemptToken, `?${search}`))).toBe('oidc.refused')
    expect(await refusals()).toEqual(['no-attempt', 'no-attempt', 'invalid-grant'])
  })

  test('with another nonce in its ID token is refused', async () => {
    const { url, attemptToken } = await started(await addProvider())
    server.letIn(SOMCHAI)
    const search = await server.visit(url)
    await desk.database.owner.query(
      `update sign_in_attempt set detail = jsonb_set(detail, '{nonce}', '"another"')`,
    )
    expect(codeOf(await finish(attemptToken, search))).toBe('oidc.refused')
  })

  test('that comes after ten minutes is over', async () => {
    const { url, attemptToken } = await started(await addProvider())
    server.letIn(SOMCHAI)
    const search = await server.visit(url)
    desk.setClock(10.1)
    expect(codeOf(await finish(attemptToken, search))).toBe('sign-in.over')
  })

  test('in which the person cancelled says so, and keeps where they wanted to go', async () => {
    const { url, attemptToken } = await started(await addProvider())
    const state = new URL(url).searchParams.get('state')
    const search = `?${new URLSearchParams({ error: 'access_denied', state: state ?? '', iss: server.issuer })}`
    const finished = await finish(attemptToken, search)
    expect(codeOf(finished)).toBe('oidc.refused')
    expect(finished.to).toBe('/office/measures')
    expect(await refusals()).toEqual(['access-denied'])
  })
})

test('a provider that is away is said at the start and at the end, and is asked again at the next try', async () => {
  const away = await openOidcServer({ redirectUri: callbackAddress(ORIGIN) })
  await away.stop()
  const saved = await save({ ...away.confidential, issuer: away.issuer })
  if (!saved.ok) throw new Error(saved.error.code)
  expect(saved.value.isReachable).toBe(false)
  expect(await begin(saved.value.id)).toMatchObject({ error: { code: 'oidc.unreachable' } })
  await away.start()
  const { url, attemptToken } = await started(saved.value.id)
  away.letIn(SOMCHAI)
  const search = await away.visit(url)
  await away.stop()
  expect(codeOf(await finish(attemptToken, search))).toBe('oidc.unreachable')
  await away.start()
  const again = await started(saved.value.id)
  expect(codeOf(await finish(again.attemptToken, await away.visit(again.url)))).toBe('ok')
  await away.stop()
})

describe('linking', () => {
  test('adds an account whatever its address; somebody else cannot link it then', async () => {
    const providerId = await addProvider()
    const somchai = await desk.comeIn(personId)
    const linked = await signIn(providerId, { subject: 'private' }, somchai)
    expect(linked).toMatchObject({ isLinking: true, result: { ok: true, value: null } })
    expect(await desk.audited('identity.linked')).toMatchObject([{ on: personId, by: 'account-page' }])
    expect(codeOf(await signIn(providerId, { subject: 'private' }, admin))).toBe('oidc.taken')
    expect(await listIdentities(desk.ctx, personId)).toMatchObject([
      { subject: 'private', labelEn: 'Agency account' },
    ])
    const opened = await signIn(providerId, { subject: 'private' })
    expect(opened.result).toMatchObject({ ok: true, value: { personId } })
  })

  test('needs a session that is fresh at the start and still that of the same person at the end', async () => {
    const providerId = await addProvider()
    const somchai = await desk.comeIn(personId)
    const { url, attemptToken } = await started(providerId, somchai)
    server.letIn({ subject: 'private' })
    const search = await server.visit(url)
    expect(codeOf(await finish(attemptToken, search, admin))).toBe('sign-in.over')
    desk.setClock(31)
    expect(await begin(providerId, somchai)).toMatchObject({ error: { code: 'session.not-fresh' } })
  })

  test('is undone, but not where it would leave no way to sign in', async () => {
    const providerId = await addProvider()
    const somchai = await desk.comeIn(personId)
    await signIn(providerId, { subject: 'one' }, somchai)
    const ctx = { ...desk.ctx, actor: somchai.actor }
    const unlink = (subject: string, issuer = server.issuer) =>
      unlinkIdentity(ctx, { signedIn: somchai, issuer, subject })
    expect(await unlink('one')).toMatchObject({ error: { code: 'way.last' } })
    await signIn(providerId, { subject: 'two' }, somchai)
    expect(await unlink('one')).toMatchObject({ ok: true })
    expect(await unlink('one')).toMatchObject({ error: { code: 'oidc.not-linked' } })
    expect((await listIdentities(desk.ctx, personId)).map(({ subject }) => subject)).toEqual(['two'])
    expect(await desk.audited('identity.unlinked')).toMatchObject([{ on: personId, issuer: server.issuer }])
  })

  test('an account at a provider that was removed counts as no way to sign in', async () => {
    const providerId = await addProvider()
    const somchai = await desk.comeIn(personId)
    await signIn(providerId, { subject: 'one' }, somchai)
    await signIn(providerId, { subject: 'two' }, somchai)
    await removeProvider({ ...desk.ctx, actor: admin.actor }, { signedIn: admin, id: providerId })
    const ctx = { ...desk.ctx, actor: somchai.actor }
    const unlinked = await unlinkIdentity(ctx, { signedIn: somchai, issuer: server.issuer, subject: 'one' })
    expect(unlinked).toMatchObject({ error: { code: 'way.last' } })
  })
})

describe('a second factor', () => {
  const standingAfter = async (hasSecondFactor: boolean, amr?: readonly string[]) => {
    const providerId = await addProvider({ hasSecondFactor })
    const finished = await signIn(providerId, {
      ...SOMCHAI,
      email: 'admin@agency.example',
      ...(amr && { amr }),
    })
    if (!finished.result.ok || !finished.result.value) throw new Error('not signed in')
    return (await desk.signedIn(finished.result.value.sessionToken)).standing
  }

  test('is believed of a provider of which the administrator has said so', async () => {
    expect(await standingAfter(true)).toBe('full')
  })
  test('is not believed of another one, whatever its tokens claim', async () => {
    expect(await standingAfter(false, ['pwd', 'mfa'])).toBe('second-factor-missing')
  })
  test('is not believed where the provider itself says that it asked for a password alone', async () => {
    expect(await standingAfter(true, ['pwd'])).toBe('second-factor-missing')
  })

  test.each([
    [true, [], true],
    [true, ['pwd', 'otp'], true],
    [true, ['mfa'], true],
    [true, ['hwk'], true],
    [true, ['pwd', 'kba'], false],
    [true, ['pin'], false],
    [false, [], false],
    [false, ['mfa'], false],
  ])('trusted %s, methods %j: %s', (isTrusted, methods, expected) => {
    expect(hasProvedTwoFactors({ isTrusted, methods })).toBe(expected)
  })
})

describe('keeping providers', () => {
  test('takes an administrator with a fresh session', async () => {
    const somchai = await desk.comeIn(personId)
    expect(await save({}, somchai)).toMatchObject({
      error: { code: 'permission.refused', act: 'provider.change' },
    })
    desk.setClock(31)
    expect(await save()).toMatchObject({ error: { code: 'session.not-fresh' } })
    expect(await listProviders(desk.ctx)).toEqual([])
  })

  test('adds, changes and removes one, and writes down each without its secret', async () => {
    const id = await addProvider()
    expect(await save({ id, labelEn: 'New name', clientSecret: '' })).toMatchObject({ ok: true })
    expect(await listProvidersToChange(desk.ctx)).toMatchObject([
      { id, labelEn: 'New name', hasSecret: true, scope: 'openid email' },
    ])
    const ctx = { ...desk.ctx, actor: admin.actor }
    expect(await removeProvider(ctx, { signedIn: admin, id })).toMatchObject({ ok: true })
    expect(await removeProvider(ctx, { signedIn: admin, id })).toMatchObject({
      error: { code: 'oidc.unknown-provider' },
    })
    expect(await save({ id })).toMatchObject({ error: { code: 'oidc.unknown-provider' } })
    for (const action of ['provider.added', 'provider.changed', 'provider.removed'])
      expect(
        (await desk.audited(action)).map(({ on }) => on),
        action,
      ).toEqual([id])
    const { rows } = await desk.database.owner.query('select audit_log::text as line from audit_log')
    expect(JSON.stringify(rows)).not.toContain(server.confidential.clientSecret)
  })

  test('a kept secret still signs in, lies sealed, and is sent to no other address', async () => {
    const id = await addProvider()
    await save({ id, clientSecret: '' })
    expect(codeOf(await signIn(id, SOMCHAI))).toBe('ok')
    const { rows } = await desk.database.owner.query('select client_secret_sealed from oidc_provider')
    expect(rows[0].client_secret_sealed.toString('latin1')).not.toContain(server.confidential.clientSecret)
    const moved = { id, issuer: 'https://elsewhere.example', clientSecret: '' }
    expect(await save(moved)).toMatchObject({ error: { code: 'oidc.secret-again' } })
    expect(await save({ id, clientId: 'other', clientSecret: '' })).toMatchObject({
      error: { code: 'oidc.secret-again' },
    })
  })

  test.each([
    'http://provider.example',
    'https://user:password@provider.example',
    'https://provider.example/?tenant=1',
    'https://provider.example/#x',
    'javascript:alert(1)',
    'provider.example',
    '',
  ])('refuses the address %j', async (issuer) => {
    expect(await save({ issuer })).toMatchObject({ error: { code: 'oidc.bad-issuer' } })
  })

  test('takes the address of a discovery document for its issuer', async () => {
    await addProvider({ issuer: ` ${server.issuer}/.well-known/openid-configuration ` })
    expect((await listProviders(desk.ctx)).map(({ issuer }) => issuer)).toEqual([server.issuer])
  })

  test('a provider of another agency is not there', async () => {
    const id = await addProvider()
    const strangerId = await desk.addPerson({ ctx: desk.otherCtx, role: 'administrator' })
    const actor = { ...admin.actor, id: strangerId }
    const saved = await save({ id }, { ...admin, actor }, desk.otherCtx)
    expect(saved).toMatchObject({ error: { code: 'oidc.unknown-provider' } })
    const { rowCount } = await withAgency(desk.database.db, desk.otherCtx.agency.id, async (tx) => ({
      rowCount: (await tx.selectFrom('oidc_provider').selectAll().execute()).length,
    }))
    expect(rowCount).toBe(0)
  })
})
