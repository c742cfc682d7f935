import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  codeOf,
  expectOk,
  givePassword,
  giveTotp,
  PASSWORD,
  signIn,
  untilSomebodyWaits,
} from '../../../../../tests/support/passwords-and-codes.ts'
import { openSignInDesk, type SignInDesk } from '../../../../../tests/support/sign-in-desk.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { savePassword } from '../credential.repo.server.ts'
import { holdPerson } from '../person.repo.server.ts'
import { endSessions } from '../session.repo.server.ts'
import type { SignInTools } from '../sign-in-tools.server.ts'
import { findSession } from '../signed-in.queries.server.ts'

let desk: SignInDesk
let personId: string
/** Against whose hash each password was compared; null for nobody's. */
let compared: (string | null)[]
let tools: SignInTools
let afterComparing: () => Promise<void>

beforeEach(async () => {
  desk = await openSignInDesk()
  personId = await desk.addPerson()
  await givePassword(desk, personId)
  compared = []
  afterComparing = async () => {}
  tools = {
    ...desk.tools,
    isPassword: async (password, stored) => {
      compared.push(stored)
      const isRight = await desk.tools.isPassword(password, stored)
      await afterComparing()
      return isRight
    },
  }
})
afterEach(() => desk.close())

const reasons = async () => (await desk.audited('sign-in.refused')).map(({ on, reason }) => [on, reason])
const signInHere = (input = {}) => signIn(desk, input, { ctx: desk.ctx, tools })

describe('the right password', () => {
  test('opens a session without a second factor and knows the browser from then on', async () => {
    const opened = expectOk(await signInHere())
    const signedIn = await desk.signedIn(opened.sessionToken)
    expect(signedIn).toMatchObject({ method: 'password', standing: 'full', person: { id: personId } })
    expect(await desk.audited('sign-in.succeeded')).toEqual([
      { on: signedIn.sessionId, method: 'password', secondFactor: false },
    ])
    expect(expectOk(await signInHere({ browserToken: opened.browserToken })).browserToken).toBe(
      opened.browserToken,
    )
  })
  test('takes the place of the session that the browser held', async () => {
    const first = expectOk(await signInHere())
    const current = await desk.signedIn(first.sessionToken)
    expect(codeOf(await signInHere({ password: 'ไม่ใช่รหัสผ่านของใคร', current }))).toBe('sign-in.wrong')
    expect((await findSession(desk.ctx, first.sessionToken))?.state).toBe('open')
    const second = expectOk(await signInHere({ current }))
    expect((await findSession(desk.ctx, first.sessionToken))?.state).toBe('over')
    expect((await findSession(desk.ctx, second.sessionToken))?.state).toBe('open')
  })
  test('is the same however its address and its letters were typed', async () => {
    await givePassword(desk, personId, 'ทุ่งนากว้างไกลสุดตา')
    expect(
      codeOf(
        await signInHere({
          email: ' ＳＯＭＣＨＡＩ@Agency.Example ',
          password: 'ท\u0e48\u0e38งนากว้างไกลสุดตา',
        }),
      ),
    ).toBe('ok')
  })
  test('opens nothing whole for whom a second factor is asked', async () => {
    await giveTotp(desk, personId)
    const { sessionToken } = expectOk(await signInHere())
    expect((await desk.signedIn(sessionToken)).standing).toBe('second-factor-asked')
  })
  test('opens nothing at another agency where the same address stands', async () => {
    await desk.addPerson({ ctx: desk.otherCtx })
    expect(codeOf(await signIn(desk, {}, { ctx: desk.otherCtx, tools }))).toBe('sign-in.wrong')
  })
})

describe('one and the same refusal, after one comparison, kept in the audit log', () => {
  const refused = async (input: { email?: string; password?: string }) => {
    const before = compared.length
    expect(codeOf(await signInHere(input))).toBe('sign-in.wrong')
    return { comparisons: compared.length - before, reasons: await reasons() }
  }
  test('a wrong password', async () =>
    expect(await refused({ password: 'แมวขาวนอนบนหลังคา' })).toEqual({
      comparisons: 1,
      reasons: [[personId, 'wrong']],
    }))
  test.each(['nobody@agency.example', 'no address', '', 'a\u0000b@agency.example'])(
    'an address of nobody: %j',
    async (email) =>
      expect(await refused({ email })).toEqual({ comparisons: 1, reasons: [['unknown', 'wrong']] }),
  )
  test('somebody who was disabled', async () => {
    await desk.disable(personId)
    expect(await refused({})).toEqual({ comparisons: 1, reasons: [['unknown', 'wrong']] })
  })
  test('somebody without a password', async () => {
    const other = await desk.addPerson({ email: 'malee@agency.example' })
    expect(await refused({ email: 'malee@agency.example' })).toEqual({
      comparisons: 1,
      reasons: [[other, 'wrong']],
    })
    expect(compared).toEqual([null])
  })
})

describe('what happens while the password is compared', () => {
  test('who is disabled meanwhile does not come in', async () => {
    afterComparing = () => desk.disable(personId)
    expect(codeOf(await signInHere())).toBe('sign-in.wrong')
    expect(await reasons()).toEqual([[personId, 'changed']])
  })
  test('a password that was changed meanwhile opens nothing', async () => {
    afterComparing = () => givePassword(desk, personId, 'ช้างเผือกเดินข้ามสะพาน')
    expect(codeOf(await signInHere())).toBe('sign-in.wrong')
    expect(await desk.audited('sign-in.succeeded')).toEqual([])
  })
  test('a password that is being changed in this very moment opens nothing', async () => {
    const hash = await desk.tools.hashPassword('ช้างเผือกเดินข้ามสะพาน')
    const whose = { agencyId: desk.ctx.agency.id, personId }
    const trying = await withAgency(desk.database.db, whose.agencyId, async (tx) => {
      await holdPerson(tx, whose)
      const waiting = { result: signInHere() }
      await untilSomebodyWaits(desk)
      await savePassword(tx, whose, hash, desk.ctx.now())
      await endSessions(tx, { ...whose, except: null, now: desk.ctx.now() })
      return waiting
    })
    expect(codeOf(await trying.result)).toBe('sign-in.wrong')
  })
})

describe('tries', () => {
  const guess = (times: number, input = {}) =>
    Promise.all(Array.from({ length: times }, () => signIn(desk, { password: 'wrong', ...input })))

  test('ten wrong guesses of strangers stop strangers, but not the person at their own browser', async () => {
    const { browserToken } = expectOk(await signIn(desk))
    await guess(10, { network: '198.51.100.9' })
    const stranger = await signIn(desk, { network: '203.0.113.5' })
    expect(stranger).toMatchObject({
      ok: false,
      error: { code: 'sign-in.too-many', wait: expect.any(Number) },
    })
    expect(codeOf(await signIn(desk, { browserToken, network: '198.51.100.9' }))).toBe('ok')
  })
  test('a browser of which nobody heard is a stranger, whatever token it brings', async () => {
    await guess(10, { browserToken: 'b'.repeat(43) })
    expect(codeOf(await signIn(desk, { browserToken: 'c'.repeat(43) }))).toBe('sign-in.too-many')
  })
  test('a known browser has ten tries, too', async () => {
    const { browserToken } = expectOk(await signIn(desk))
    await guess(10, { browserToken })
    expect(codeOf(await signIn(desk, { browserToken }))).toBe('sign-in.too-many')
    expect(codeOf(await signIn(desk))).toBe('ok')
  })
  test('a network that used up its tries is stopped, whoever is tried, and uses up nobody else’s', async () => {
    const { browserToken } = expectOk(await signIn(desk))
    await Promise.all(
      Array.from({ length: 50 }, () =>
        desk.tools.limits.take('network-password', `${desk.ctx.agency.id} 198.51.100.9`),
      ),
    )
    const stopped = await guess(12, { network: '198.51.100.9' })
    expect(new Set(stopped.map(codeOf))).toEqual(new Set(['sign-in.too-many']))
    expect(codeOf(await signIn(desk, { network: '198.51.100.9', browserToken }))).toBe('ok')
    expect(codeOf(await signIn(desk, { network: '203.0.113.5' }))).toBe('ok')
  })
  test('nobody has as many tries as somebody', async () => {
    await guess(10, { email: 'nobody@agency.example' })
    expect(codeOf(await signIn(desk, { email: 'nobody@agency.example' }))).toBe('sign-in.too-many')
  })
  test('a good sign-in gives its try back', async () => {
    for (let times = 0; times < 12; times++) expect(codeOf(await signIn(desk))).toBe('ok')
  })
  test('too many are kept in the audit log, and no address stands in the counts', async () => {
    await guess(10)
    await signIn(desk)
    expect((await reasons()).at(-1)).toEqual([personId, 'too-many'])
    const { rows } = await desk.database.owner.query('select * from rate_limit')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/somchai|192\.0\.2/)
  })
  test('without counting nobody comes in, and nothing is compared', async () => {
    const away = {
      ...tools,
      limits: { ...tools.limits, take: () => Promise.reject(new Error('database away')) },
    }
    await expect(signIn(desk, { password: PASSWORD }, { ctx: desk.ctx, tools: away })).rejects.toThrow(
      'database away',
    )
    expect(compared).toEqual([])
  })
})
