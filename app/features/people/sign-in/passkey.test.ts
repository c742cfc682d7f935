import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAuthenticator } from '../../../../tests/support/authenticator.ts'
import {
  BROWSER,
  NETWORK,
  ORIGIN,
  openSignInDesk,
  type SignInDesk,
} from '../../../../tests/support/sign-in-desk.ts'
import type { SignedIn } from '../../../web/visit.ts'
import { listPasskeys } from './other-ways.queries.server.ts'
import { addPasskey } from './usecases/add-passkey.server.ts'
import { removeOwnPasskey } from './usecases/remove-passkey.server.ts'
import { signInWithPasskey } from './usecases/sign-in-with-passkey.server.ts'
import { startPasskeyRegistration, startPasskeySignIn } from './usecases/start-passkey.server.ts'
import { relyingPartyOf } from './webauthn.server.ts'

const RP_ID = 'localhost'

let desk: SignInDesk
let personId: string
let signedIn: SignedIn

beforeEach(async () => {
  desk = await openSignInDesk()
  personId = await desk.addPerson()
  signedIn = await desk.comeIn(personId)
})
afterEach(() => desk.close())

const refusals = async () => (await desk.audited('sign-in.refused')).map(({ reason }) => reason)
const codeOf = (result: { ok: boolean; error?: { code: string } }) => result.error?.code ?? 'ok'

async function askedToAdd(by = signedIn) {
  const started = await startPasskeyRegistration(
    { ...desk.ctx, actor: by.actor },
    { signedIn: by, origin: ORIGIN, agencyName: 'หน่วยงานตัวอย่าง' },
  )
  if (!started.ok) throw new Error(started.error.code)
  const { options, attemptToken } = started.value
  const question = { challenge: options.challenge, rpId: RP_ID, origin: ORIGIN, userId: by.person.id }
  return { options, attemptToken, question }
}

const add = (attemptToken: string | null, answer: unknown, by = signedIn, label = 'โทรศัพท์') =>
  addPasskey(
    { ...desk.ctx, actor: by.actor },
    { signedIn: by, attemptToken, answer, label, origin: ORIGIN, browser: BROWSER },
  )

async function withPasskey(by = signedIn) {
  const authenticator = createAuthenticator()
  const { attemptToken, question } = await askedToAdd(by)
  const added = await add(attemptToken, authenticator.create(question), by)
  if (!added.ok) throw new Error(added.error.code)
  return { authenticator, session: added.value }
}

async function asked() {
  const started = await startPasskeySignIn(desk.ctx, desk.tools, { origin: ORIGIN, network: NETWORK })
  if (!started.ok) throw new Error(started.error.code)
  const { options, attemptToken } = started.value
  return { attemptToken, question: { challenge: options.challenge, rpId: RP_ID, origin: ORIGIN } }
}

const signIn = (
  attemptToken: string | null,
  answer: unknown,
  current: SignedIn | null = null,
  ctx = desk.ctx,
) => signInWithPasskey(ctx, { attemptToken, answer, origin: ORIGIN, browser: BROWSER, current })

describe('adding a passkey', () => {
  test('asks for one that is found without a name and checks its user, and for none that is there', async () => {
    const { authenticator } = await withPasskey()
    const { options } = await askedToAdd()
    expect(options).toMatchObject({
      rp: { id: RP_ID, name: 'หน่วยงานตัวอย่าง' },
      user: { name: 'somchai@agency.example', displayName: 'สมชาย ตัวอย่าง' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: authenticator.id, transports: ['internal'] }],
    })
    expect(Buffer.from(options.user.id, 'base64url').toString()).toBe(personId)
  })

  test('keeps it under its name and writes it down; a whole session stays as it is', async () => {
    const { authenticator, session } = await withPasskey()
    expect(session).toBeNull()
    expect(await listPasskeys(desk.ctx, personId)).toMatchObject([
      { id: authenticator.id, label: 'โทรศัพท์', lastUsedAt: null },
    ])
    expect(await desk.audited('passkey.added')).toMatchObject([{ on: personId, passkey: authenticator.id }])
  })

  test('without a name is called after the browser', async () => {
    const { attemptToken, question } = await askedToAdd()
    await add(attemptToken, createAuthenticator().create(question), signedIn, '  ')
    expect(await listPasskeys(desk.ctx, personId)).toMatchObject([{ label: 'Firefox · Linux' }])
  })

  test('makes a session whole that waited for a second factor, and ends the one before', async () => {
    const adminId = await desk.addPerson({ email: 'admin@agency.example', role: 'administrator' })
    const half = await desk.comeIn(adminId)
    expect(half.standing).toBe('second-factor-missing')
    const { session } = await withPasskey(half)
    const whole = await desk.signedIn(session?.sessionToken ?? '')
    expect(whole).toMatchObject({ standing: 'full', method: 'password', person: { id: adminId } })
    const { rows } = await desk.database.owner.query('select ended_at from session where id = $1', [
      half.sessionId,
    ])
    expect(rows[0].ended_at).not.toBeNull()
  })

  test('takes a fresh session, at the start and at the end', async () => {
    const { attemptToken, question } = await askedToAdd()
    desk.setClock(31)
    await expect(askedToAdd()).rejects.toThrow('session.not-fresh')
    const added = await add(attemptToken, createAuthenticator().create(question))
    expect(codeOf(added)).toBe('session.not-fresh')
  })

  test('is refused for an answer that comes again, too late, in another browser or as somebody else', async () => {
    const authenticator = createAuthenticator()
    const first = await askedToAdd()
    const answer = authenticator.create(first.question)
    expect(codeOf(await add(null, answer))).toBe('sign-in.over')
    const other = await desk.comeIn(await desk.addPerson({ email: 'other@agency.example' }))
    expect(codeOf(await add(first.attemptToken, answer, other))).toBe('sign-in.over')
    expect(codeOf(await add(first.attemptToken, answer))).toBe('sign-in.over')
    const late = await askedToAdd()
    desk.setClock(5.1)
    expect(codeOf(await add(late.attemptToken, authenticator.create(late.question)))).toBe('sign-in.over')
    expect(await listPasskeys(desk.ctx, personId)).toEqual([])
    expect(await refusals()).toEqual(['no-attempt', 'no-attempt', 'no-attempt', 'no-attempt'])
  })

  test.each([
    ['of another site', { origin: 'https://evil.example' }, {}],
    ['for another relying party', { rpId: 'evil.example' }, {}],
    ['to another question', { challenge: 'another' }, {}],
    ['that did not check its user', {}, { isVerified: false }],
  ])('is refused for an answer %s', async (_what, change, faults) => {
    const { attemptToken, question } = await askedToAdd()
    const answer = createAuthenticator().create({ ...question, ...change }, faults)
    expect(codeOf(await add(attemptToken, answer))).toBe('passkey.refused')
    expect(await refusals()).toEqual(['not-verified'])
  })

  test('twice is refused, also for somebody else', async () => {
    const { authenticator } = await withPasskey()
    const other = await desk.comeIn(await desk.addPerson({ email: 'other@agency.example' }))
    const { attemptToken, question } = await askedToAdd(other)
    expect(codeOf(await add(attemptToken, authenticator.create(question), other))).toBe('passkey.taken')
    expect(await desk.audited('passkey.added')).toHaveLength(1)
  })
})

describe('signing in with a passkey', () => {
  test('opens a whole session in the place of the one that is there, and notes when', async () => {
    const { authenticator } = await withPasskey()
    const { attemptToken, question } = await asked()
    const opened = await signIn(attemptToken, authenticator.get(question), signedIn)
    if (!opened.ok) throw new Error(opened.error.code)
    expect(await desk.signedIn(opened.value.sessionToken)).toMatchObject({
      method: 'passkey',
      standing: 'full',
      person: { id: personId },
    })
    expect((await listPasskeys(desk.ctx, personId))[0]?.lastUsedAt).toEqual(desk.ctx.now())
    const { rows } = await desk.database.owner.query('select ended_at from session where id = $1', [
      signedIn.sessionId,
    ])
    expect(rows[0].ended_at).not.toBeNull()
    expect((await desk.audited('sign-in.succeeded')).at(-1)).toMatchObject({
      method: 'passkey',
      secondFactor: true,
    })
  })

  test('is good once, for five minutes, in the browser that asked', async () => {
    const { authenticator } = await withPasskey()
    const first = await asked()
    const answer = authenticator.get(first.question)
    expect(codeOf(await signIn(null, answer))).toBe('sign-in.over')
    expect(codeOf(await signIn(first.attemptToken, answer))).toBe('ok')
    expect(codeOf(await signIn(first.attemptToken, answer))).toBe('sign-in.over')
    // The same answer to a later question.
    expect(codeOf(await signIn((await asked()).attemptToken, answer))).toBe('passkey.refused')
    const late = await asked()
    desk.setClock(5.1)
    expect(codeOf(await signIn(late.attemptToken, authenticator.get(late.question)))).toBe('sign-in.over')
    expect(await refusals()).toEqual(['no-attempt', 'no-attempt', 'not-verified', 'no-attempt'])
  })

  test('two answers to one question at once open one session', async () => {
    const { authenticator } = await withPasskey()
    const { attemptToken, question } = await asked()
    const answer = authenticator.get(question)
    const both = await Promise.all([signIn(attemptToken, answer), signIn(attemptToken, answer)])
    expect(both.map(codeOf).sort()).toEqual(['ok', 'sign-in.over'])
  })

  test('a question for adding a passkey is none for signing in', async () => {
    const { authenticator } = await withPasskey()
    const { attemptToken, question } = await askedToAdd()
    expect(codeOf(await signIn(attemptToken, authenticator.get(question)))).toBe('sign-in.over')
  })

  test.each([
    ['of another site', { origin: 'https://evil.example' }, {}, 'not-verified'],
    ['for another relying party', { rpId: 'evil.example' }, {}, 'not-verified'],
    ['that did not check its user', {}, { isVerified: false }, 'not-verified'],
    ['in the name of somebody else', {}, { userHandle: 'c29tZWJvZHk' }, 'other-person'],
    ['whose counter does not rise: a copy', {}, { counter: 5 }, 'counter'],
    ['whose counter has fallen to zero', {}, { counter: 0 }, 'counter'],
  ])('is refused for an answer %s', async (_what, change, faults, reason) => {
    const { authenticator } = await withPasskey()
    const before = await asked()
    expect(
      codeOf(await signIn(before.attemptToken, authenticator.get(before.question, { counter: 5 }))),
    ).toBe('ok')
    const { attemptToken, question } = await asked()
    const answer = authenticator.get({ ...question, ...change }, { counter: 6, ...faults })
    expect(codeOf(await signIn(attemptToken, answer))).toBe('passkey.refused')
    expect(await desk.audited('sign-in.refused')).toMatchObject([{ on: personId, method: 'passkey', reason }])
  })

  test('a counter that never counts is no copy', async () => {
    const { authenticator } = await withPasskey()
    for (const _again of [1, 2]) {
      const { attemptToken, question } = await asked()
      expect(codeOf(await signIn(attemptToken, authenticator.get(question, { counter: 0 })))).toBe('ok')
    }
  })

  test('an answer with a changed byte, or that is none, is refused', async () => {
    const { authenticator } = await withPasskey()
    for (const field of ['signature', 'authenticatorData', 'clientDataJSON'] as const) {
      const { attemptToken, question } = await asked()
      const answer = authenticator.get(question) as { response: Record<string, string> }
      const bytes = Buffer.from(answer.response[field] ?? '', 'base64url')
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
      answer.response[field] = bytes.toString('base64url')
      expect(codeOf(await signIn(attemptToken, answer)), field).toBe('passkey.refused')
    }
    for (const answer of [undefined, null, {}, [], 'x', { id: 7 }, { id: authenticator.id, response: {} }])
      expect(codeOf(await signIn((await asked()).attemptToken, answer))).toBe('passkey.refused')
  })

  test('a passkey of nobody, of a disabled person, or of another agency is not known', async () => {
    const { authenticator } = await withPasskey()
    const stranger = await asked()
    const strange = createAuthenticator().get(stranger.question)
    expect(codeOf(await signIn(stranger.attemptToken, strange))).toBe('passkey.unknown')
    const elsewhere = await startPasskeySignIn(desk.otherCtx, desk.tools, {
      origin: ORIGIN,
      network: NETWORK,
    })
    if (!elsewhere.ok) throw new Error(elsewhere.error.code)
    const question = { challenge: elsewhere.value.options.challenge, rpId: RP_ID, origin: ORIGIN }
    const answer = authenticator.get(question)
    const { attemptToken } = elsewhere.value
    expect(codeOf(await signIn(attemptToken, answer, null, desk.otherCtx))).toBe('passkey.unknown')
    await desk.disable(personId)
    const disabled = await asked()
    expect(codeOf(await signIn(disabled.attemptToken, authenticator.get(disabled.question)))).toBe(
      'passkey.unknown',
    )
    expect(await refusals()).toEqual(['unknown', 'disabled'])
  })
})

describe('removing a passkey', () => {
  const remove = (passkeyId: string, by = signedIn) =>
    removeOwnPasskey({ ...desk.ctx, actor: by.actor }, { signedIn: by, passkeyId })

  test('leaves at least one way to sign in', async () => {
    const { authenticator: one } = await withPasskey()
    expect(codeOf(await remove(one.id))).toBe('way.last')
    const { authenticator: two } = await withPasskey()
    expect(codeOf(await remove(one.id))).toBe('ok')
    expect(codeOf(await remove(one.id))).toBe('passkey.unknown')
    expect((await listPasskeys(desk.ctx, personId)).map(({ id }) => id)).toEqual([two.id])
    expect(await desk.audited('passkey.removed')).toMatchObject([{ on: personId, passkey: one.id }])
    const { attemptToken, question } = await asked()
    expect(codeOf(await signIn(attemptToken, one.get(question)))).toBe('passkey.unknown')
  })

  test('two at once cannot take the last two', async () => {
    const { authenticator: one } = await withPasskey()
    const { authenticator: two } = await withPasskey()
    const both = await Promise.all([remove(one.id), remove(two.id)])
    expect(both.map(codeOf).sort()).toEqual(['ok', 'way.last'])
  })

  test('leaves a role that needs two factors with a second one', async () => {
    const adminId = await desk.addPerson({ email: 'admin@agency.example', role: 'administrator' })
    const admin = await desk.comeIn(adminId, { hasSecondFactor: true })
    const { authenticator } = await withPasskey(admin)
    await desk.database.owner.query(
      `insert into password_credential (agency_id, person_id, hash, set_at) values ($1, $2, '$argon2id$x', now())`,
      [desk.ctx.agency.id, adminId],
    )
    expect(codeOf(await remove(authenticator.id, admin))).toBe('second-factor.needed')
    await desk.database.owner.query(
      `insert into totp_credential (agency_id, person_id, secret_sealed, confirmed_at, last_step)
       values ($1, $2, 'x', now(), 0)`,
      [desk.ctx.agency.id, adminId],
    )
    expect(codeOf(await remove(authenticator.id, admin))).toBe('ok')
  })

  test('takes a fresh session, and is for one’s own alone', async () => {
    const { authenticator } = await withPasskey()
    const other = await desk.comeIn(await desk.addPerson({ email: 'other@agency.example' }))
    expect(codeOf(await remove(authenticator.id, other))).toBe('passkey.unknown')
    desk.setClock(31)
    expect(codeOf(await remove(authenticator.id))).toBe('session.not-fresh')
  })
})

test.each([
  ['https://ita.agency.example', 'ita.agency.example'],
  ['http://localhost:5173', 'localhost'],
  ['https://192.0.2.1', null],
  ['http://[::1]:5173', null],
])('a site at %s has passkeys of %s', (origin, expected) => {
  expect(relyingPartyOf(origin)).toBe(expected)
})
