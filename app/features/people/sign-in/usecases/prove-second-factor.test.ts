import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  codeAt,
  codeOf,
  expectOk,
  givePassword,
  giveTotp,
  signIn,
} from '../../../../../tests/support/passwords-and-codes.ts'
import {
  BROWSER,
  NETWORK,
  openSignInDesk,
  type SignInDesk,
} from '../../../../../tests/support/sign-in-desk.ts'
import type { SignedIn } from '../../../../web/visit.ts'
import { findWaysToSignIn } from '../account.queries.server.ts'
import { findSession } from '../signed-in.queries.server.ts'
import { proveSecondFactor } from './prove-second-factor.server.ts'
import { removeOwnTotp } from './remove-totp.server.ts'
import { confirmTotp, startTotp } from './set-up-totp.server.ts'

const RECOVERY = ['x7k2m-9q4rd', 'aaaaa-bbbbb']
let desk: SignInDesk
let personId: string

beforeEach(async () => {
  desk = await openSignInDesk()
  personId = await desk.addPerson({ role: 'administrator' })
  await givePassword(desk, personId)
})
afterEach(() => desk.close())

const prove = (signedIn: SignedIn, code: string, browserToken: string | null = null) =>
  proveSecondFactor(desk.ctx, desk.tools, {
    signedIn,
    code,
    network: NETWORK,
    browser: { ...BROWSER, token: browserToken },
  })

describe('a code of the app', () => {
  test('opens a whole session, and the token before it opens nothing any more', async () => {
    const code = await giveTotp(desk, personId)
    const { sessionToken } = expectOk(await signIn(desk))
    const before = await desk.signedIn(sessionToken)
    expect(before.standing).toBe('second-factor-asked')
    const opened = expectOk(await prove(before, code()))
    expect(await desk.signedIn(opened.sessionToken)).toMatchObject({ standing: 'full', method: 'password' })
    expect(await findSession(desk.ctx, sessionToken)).toEqual({ state: 'over', personId })
    expect((await desk.audited('sign-in.succeeded')).at(-1)).toMatchObject({ secondFactor: true })
  })
  test('is good once', async () => {
    const code = await giveTotp(desk, personId)
    expect(codeOf(await prove(await desk.comeIn(personId), code()))).toBe('ok')
    expect(codeOf(await prove(await desk.comeIn(personId), code()))).toBe('second-factor.wrong')
    expect(await desk.audited('sign-in.refused')).toEqual([
      { on: personId, method: 'second-factor', reason: 'wrong' },
    ])
  })
  test('of two at the same moment opens one session, in two sessions as in one', async () => {
    const code = await giveTotp(desk, personId)
    const [one, other] = [await desk.comeIn(personId), await desk.comeIn(personId)]
    const results = await Promise.all([prove(one, code()), prove(other, code()), prove(one, code())])
    expect(results.map(codeOf).filter((result) => result === 'ok')).toHaveLength(1)
    expect((await desk.audited('sign-in.succeeded')).filter(({ secondFactor }) => secondFactor)).toHaveLength(
      1,
    )
  })
  test.each([
    [-2, 'second-factor.wrong'],
    [-1, 'ok'],
    [1, 'ok'],
    [2, 'second-factor.wrong'],
  ])('of %i steps from now: %s', async (steps, answer) => {
    const code = await giveTotp(desk, personId)
    expect(codeOf(await prove(await desk.comeIn(personId), code(steps)))).toBe(answer)
  })
  test('older than one that was taken is refused', async () => {
    const code = await giveTotp(desk, personId)
    expect(codeOf(await prove(await desk.comeIn(personId), code(1)))).toBe('ok')
    expect(codeOf(await prove(await desk.comeIn(personId), code(0)))).toBe('second-factor.wrong')
  })
  test('may be typed in Thai digits with a space', async () => {
    const code = await giveTotp(desk, personId)
    const thai = [...code()].map((digit) => String.fromCharCode(0x0e50 + Number(digit))).join('')
    expect(codeOf(await prove(await desk.comeIn(personId), ` ${thai.slice(0, 3)} ${thai.slice(3)}`))).toBe(
      'ok',
    )
  })
  test('of another person is refused', async () => {
    await giveTotp(desk, personId)
    const code = await giveTotp(desk, await desk.addPerson({ email: 'malee@agency.example' }))
    expect(codeOf(await prove(await desk.comeIn(personId), code()))).toBe('second-factor.wrong')
  })
  test('opens nothing for who was disabled', async () => {
    const code = await giveTotp(desk, personId)
    const signedIn = await desk.comeIn(personId)
    await desk.disable(personId)
    expect(codeOf(await prove(signedIn, code()))).toBe('second-factor.wrong')
  })
})

describe('a recovery code', () => {
  test('is good once, however it is typed', async () => {
    await giveTotp(desk, personId, RECOVERY)
    expect(codeOf(await prove(await desk.comeIn(personId), 'X7K2M 9Q4RD'))).toBe('ok')
    expect(codeOf(await prove(await desk.comeIn(personId), 'x7k2m-9q4rd'))).toBe('second-factor.wrong')
    expect((await findWaysToSignIn(desk.ctx, personId)).recoveryCodes).toBe(1)
  })
  test('opens one session when it is sent twice at once', async () => {
    await giveTotp(desk, personId, RECOVERY)
    const sessions = [await desk.comeIn(personId), await desk.comeIn(personId)]
    const results = await Promise.all(sessions.map((session) => prove(session, 'aaaaa-bbbbb')))
    expect(results.map(codeOf).sort()).toEqual(['ok', 'second-factor.wrong'])
  })
  test('of another person is refused and stays theirs', async () => {
    await giveTotp(desk, personId, ['ccccc-ddddd'])
    const other = await desk.addPerson({ email: 'malee@agency.example' })
    await giveTotp(desk, other, RECOVERY)
    expect(codeOf(await prove(await desk.comeIn(personId), 'x7k2m-9q4rd'))).toBe('second-factor.wrong')
    expect(codeOf(await prove(await desk.comeIn(other), 'x7k2m-9q4rd'))).toBe('ok')
  })
})

describe('tries', () => {
  test('who has the password and guesses codes is stopped after ten, with ever new browsers too', async () => {
    const code = await giveTotp(desk, personId)
    for (let times = 0; times < 10; times++) {
      const { sessionToken, browserToken } = expectOk(await signIn(desk, { browserToken: null }))
      expect(codeOf(await prove(await desk.signedIn(sessionToken), '000000', browserToken))).toBe(
        'second-factor.wrong',
      )
    }
    const { sessionToken } = expectOk(await signIn(desk))
    const signedIn = await desk.signedIn(sessionToken)
    expect(codeOf(await prove(signedIn, code(), 'd'.repeat(43)))).toBe('second-factor.too-many')
  })
  test('that others used up do not stop the person in a browser in which they came in whole', async () => {
    const code = await giveTotp(desk, personId)
    const { browserToken } = expectOk(await prove(await desk.comeIn(personId), code()))
    for (let times = 0; times < 11; times++) await prove(await desk.comeIn(personId), '000000')
    expect(codeOf(await prove(await desk.comeIn(personId), code(1)))).toBe('second-factor.too-many')
    expect(codeOf(await prove(await desk.comeIn(personId), code(1), browserToken))).toBe('ok')
  })
})

describe('setting an app up', () => {
  const at = (signedIn: SignedIn) => ({ ...desk.ctx, actor: signedIn.actor })
  const confirm = (signedIn: SignedIn, code: string) =>
    confirmTotp(at(signedIn), desk.tools, { signedIn, code, network: NETWORK, browser: BROWSER })

  test('shows one secret until it is confirmed, then gives codes and a whole session', async () => {
    const signedIn = await desk.comeIn(personId)
    const { secret } = expectOk(await startTotp(at(signedIn), desk.tools, { signedIn }))
    expect(expectOk(await startTotp(at(signedIn), desk.tools, { signedIn })).secret).toBe(secret)
    expect(codeOf(await confirm(signedIn, '000000'))).toBe('second-factor.wrong')
    const { recoveryCodes, session } = expectOk(await confirm(signedIn, codeAt(desk, secret)))
    expect(recoveryCodes).toHaveLength(10)
    expect((await desk.signedIn(session.sessionToken)).standing).toBe('full')
    expect(codeOf(await startTotp(at(signedIn), desk.tools, { signedIn }))).toBe('second-factor.there')
    expect(await desk.audited('second-factor.set')).toEqual([{ on: personId, method: 'totp' }])
    const { rows } = await desk.database.owner.query(
      'select secret_sealed, code_hash from totp_credential, recovery_code',
    )
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).not.toContain(recoveryCodes[0])
  })
  test('takes no recovery code for a first code, and the first code is used up by it', async () => {
    const signedIn = await desk.comeIn(personId)
    const { secret } = expectOk(await startTotp(at(signedIn), desk.tools, { signedIn }))
    expect(codeOf(await confirm(signedIn, 'x7k2m-9q4rd'))).toBe('second-factor.wrong')
    expectOk(await confirm(signedIn, codeAt(desk, secret)))
    expect(codeOf(await prove(await desk.comeIn(personId), codeAt(desk, secret)))).toBe('second-factor.wrong')
  })
  test('makes strangers of the browsers that a password had made known', async () => {
    const { sessionToken, browserToken } = expectOk(await signIn(desk))
    const signedIn = await desk.signedIn(sessionToken)
    const { secret } = expectOk(await startTotp(at(signedIn), desk.tools, { signedIn }))
    expectOk(await confirm(signedIn, codeAt(desk, secret)))
    for (let times = 0; times < 10; times++) await prove(await desk.comeIn(personId), '000000', browserToken)
    expect(codeOf(await prove(await desk.comeIn(personId), '000000'))).toBe('second-factor.too-many')
  })
  test('is for who signed in a short time ago', async () => {
    const signedIn = await desk.comeIn(personId)
    desk.setClock(31)
    expect(codeOf(await startTotp(at(signedIn), desk.tools, { signedIn }))).toBe('session.not-fresh')
    expect(codeOf(await confirm(signedIn, '000000'))).toBe('second-factor.not-started')
  })
})

describe('taking an app away', () => {
  const remove = (signedIn: SignedIn) => removeOwnTotp({ ...desk.ctx, actor: signedIn.actor }, { signedIn })
  test('is refused to a role that needs it, and to who signed in long ago', async () => {
    await giveTotp(desk, personId)
    expect(codeOf(await remove(await desk.comeIn(personId, { hasSecondFactor: true })))).toBe(
      'second-factor.needed',
    )
    const plain = await desk.addPerson({ email: 'malee@agency.example' })
    await giveTotp(desk, plain)
    const signedIn = await desk.comeIn(plain, { hasSecondFactor: true })
    desk.setClock(31)
    expect(codeOf(await remove(signedIn))).toBe('session.not-fresh')
  })
  test('takes the recovery codes with it', async () => {
    const plain = await desk.addPerson({ email: 'malee@agency.example' })
    await giveTotp(desk, plain, RECOVERY)
    expect(codeOf(await remove(await desk.comeIn(plain, { hasSecondFactor: true })))).toBe('ok')
    expect(await findWaysToSignIn(desk.ctx, plain)).toMatchObject({ totpSince: null, recoveryCodes: 0 })
    expect(codeOf(await remove(await desk.comeIn(plain, { hasSecondFactor: true })))).toBe(
      'second-factor.not-started',
    )
    expect(await desk.audited('second-factor.removed')).toEqual([{ on: plain, method: 'totp' }])
  })
})
