import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  codeOf,
  expectOk,
  giveLink,
  givePassword,
  giveTotp,
  PASSWORD,
  signIn,
} from '../../../../../tests/support/passwords-and-codes.ts'
import {
  BROWSER,
  NETWORK,
  openSignInDesk,
  type SignInDesk,
} from '../../../../../tests/support/sign-in-desk.ts'
import { findLink } from '../account.queries.server.ts'
import { findSession } from '../signed-in.queries.server.ts'
import { type ComeInByLink, comeInByLink } from './come-in-by-link.server.ts'

let desk: SignInDesk
let personId: string

beforeEach(async () => {
  desk = await openSignInDesk()
  personId = await desk.addPerson()
})
afterEach(() => desk.close())

const comeIn = (token: string, input: Partial<ComeInByLink> = {}, ctx = desk.ctx) =>
  comeInByLink(ctx, desk.tools, {
    token,
    password: PASSWORD,
    facts: null,
    lang: 'th',
    network: NETWORK,
    browser: BROWSER,
    ...input,
  })

describe('a link', () => {
  test('may be looked at as often as a mail program likes, and is used once', async () => {
    const token = await giveLink(desk, personId, 'invitation')
    for (let times = 0; times < 2; times++)
      expect(await findLink(desk.ctx, token)).toEqual({
        purpose: 'invitation',
        name: 'สมชาย ตัวอย่าง',
        email: 'somchai@agency.example',
      })
    expect(codeOf(await comeIn(token))).toBe('ok')
    expect(await findLink(desk.ctx, token)).toBeNull()
    expect(codeOf(await comeIn(token))).toBe('link.useless')
    expect(await desk.audited('link.used')).toEqual([{ on: personId, purpose: 'invitation' }])
    expect(await desk.audited('link.refused')).toHaveLength(1)
  })
  test('lets one of two come in that use it at the same moment', async () => {
    const token = await giveLink(desk, personId, 'invitation')
    const results = await Promise.all([comeIn(token), comeIn(token)])
    expect(results.map(codeOf).sort()).toEqual(['link.useless', 'ok'])
    expect(await desk.audited('sign-in.succeeded')).toHaveLength(1)
  })
  test.each([
    ['password-reset', 60],
    ['sign-in', 24 * 60],
    ['invitation', 7 * 24 * 60],
  ] as const)('for %s is good for less than %i minutes', async (purpose, minutes) => {
    const token = await giveLink(desk, personId, purpose)
    desk.setClock(minutes - 1)
    expect(await findLink(desk.ctx, token)).not.toBeNull()
    desk.setClock(minutes)
    expect(await findLink(desk.ctx, token)).toBeNull()
    expect(codeOf(await comeIn(token))).toBe('link.useless')
  })
  test('loses its force by a newer one, and for who is disabled', async () => {
    const older = await giveLink(desk, personId, 'invitation')
    const newer = await giveLink(desk, personId, 'invitation')
    expect(codeOf(await comeIn(older))).toBe('link.useless')
    await desk.disable(personId)
    expect(await findLink(desk.ctx, newer)).toBeNull()
    expect(codeOf(await comeIn(newer))).toBe('link.useless')
  })
  test('of another agency opens nothing here', async () => {
    const other = await desk.addPerson({ ctx: desk.otherCtx })
    const token = await giveLink(desk, other, 'sign-in', desk.otherCtx)
    expect(await findLink(desk.ctx, token)).toBeNull()
    expect(codeOf(await comeIn(token))).toBe('link.useless')
    expect(codeOf(await comeIn(token, {}, desk.otherCtx))).toBe('ok')
  })
  test.each(['', 'x', '\u0000', "' or 1=1 --", 'a'.repeat(43)])(
    'that is none opens nothing: %j',
    async (token) => expect(codeOf(await comeIn(token))).toBe('link.useless'),
  )
  test('is not used up by a password that cannot be used', async () => {
    const token = await giveLink(desk, personId, 'password-reset')
    expect(codeOf(await comeIn(token, { password: 'สั้นไป' }))).toBe('password.too-short')
    expect(codeOf(await comeIn(token, { password: 'somchai123456' }))).toBe('password.personal')
    expect(codeOf(await comeIn(token))).toBe('ok')
  })
  test('is not guessed: a network may try sixty times', async () => {
    for (let times = 0; times < 60; times++) await comeIn('x')
    const token = await giveLink(desk, personId, 'sign-in')
    expect(codeOf(await comeIn(token))).toBe('sign-in.too-many')
    expect(codeOf(await comeIn(token, { network: '203.0.113.5' }))).toBe('ok')
  })
})

describe('a reset', () => {
  test('ends every other session and every other link, and the old password', async () => {
    await givePassword(desk, personId, 'ช้างเผือกเดินข้ามสะพาน')
    const { sessionToken } = expectOk(await signIn(desk, { password: 'ช้างเผือกเดินข้ามสะพาน' }))
    const invitation = await giveLink(desk, personId, 'invitation')
    expectOk(await comeIn(await giveLink(desk, personId, 'password-reset')))
    expect(await findSession(desk.ctx, sessionToken)).toEqual({ state: 'over', personId })
    expect(codeOf(await comeIn(invitation))).toBe('link.useless')
    expect(codeOf(await signIn(desk, { password: 'ช้างเผือกเดินข้ามสะพาน' }))).toBe('sign-in.wrong')
    expect(codeOf(await signIn(desk))).toBe('ok')
    expect(await desk.audited('password.set')).toEqual([{ on: personId }])
  })
  test('leaves the second factor asked', async () => {
    await giveTotp(desk, personId)
    const { sessionToken } = expectOk(await comeIn(await giveLink(desk, personId, 'password-reset')))
    expect(await desk.signedIn(sessionToken)).toMatchObject({
      standing: 'second-factor-asked',
      method: 'link',
    })
  })
  test('says nothing new of who is known by address', async () => {
    const token = await giveLink(desk, personId, 'password-reset')
    const { sessionToken } = expectOk(
      await comeIn(token, { facts: { name: 'คนอื่น', email: 'x@agency.example' } }),
    )
    expect((await desk.signedIn(sessionToken)).person).toMatchObject({
      name: 'สมชาย ตัวอย่าง',
      email: 'somchai@agency.example',
    })
  })
})

describe('a sign-in link of the keeper of the machine', () => {
  test('opens a whole session and sets no password', async () => {
    await givePassword(desk, personId)
    await giveTotp(desk, personId)
    const token = await giveLink(desk, personId, 'sign-in')
    const { sessionToken } = expectOk(await comeIn(token, { password: 'ช้างเผือกเดินข้ามสะพาน' }))
    expect((await desk.signedIn(sessionToken)).standing).toBe('full')
    expect(codeOf(await signIn(desk))).toBe('ok')
  })
  test('for who has no address takes none that is sent along', async () => {
    const unnamed = await desk.addPerson({ email: null })
    const token = await giveLink(desk, unnamed, 'sign-in')
    const { sessionToken } = expectOk(await comeIn(token, { facts: { name: '', email: 'none' } }))
    expect((await desk.signedIn(sessionToken)).person).toMatchObject({ name: 'สมชาย ตัวอย่าง', email: null })
  })
})

describe('who has no address yet', () => {
  const facts = (name: string, email: string) => ({ facts: { name, email } })
  let token: string
  let first: string
  beforeEach(async () => {
    first = await desk.addPerson({ email: null, role: 'administrator' })
    token = await giveLink(desk, first, 'invitation')
  })

  test('gives name and address', async () => {
    const { sessionToken } = expectOk(
      await comeIn(token, { ...facts(' มาลี\u0000 ตัวอย่าง ', ' Malee@Agency.Example '), lang: 'en' }),
    )
    expect(await desk.signedIn(sessionToken)).toMatchObject({
      person: { id: first, name: 'มาลี  ตัวอย่าง', email: 'malee@agency.example', lang: 'en' },
      standing: 'second-factor-missing',
    })
    expect(codeOf(await signIn(desk, { email: 'malee@agency.example' }))).toBe('ok')
  })
  test.each([
    ['', 'malee@agency.example', 'person.no-name'],
    [' \u0000 ', 'malee@agency.example', 'person.no-name'],
    ['มาลี', '', 'person.bad-email'],
    ['มาลี', 'malee', 'person.bad-email'],
    ['มาลี', 'a\u0000@agency.example', 'person.bad-email'],
    ['มาลี', 'somchai@agency.example', 'person.email-taken'],
    ['มาลี', 'SOMCHAI@Agency.Example', 'person.email-taken'],
    ['มาลี', 'ｓｏｍｃｈａｉ＠agency.example', 'person.email-taken'],
  ])('is refused with name %j and address %j: %s', async (name, email, code) => {
    expect(codeOf(await comeIn(token, facts(name, email)))).toBe(code)
    expect(codeOf(await comeIn(token, facts('มาลี', 'malee@agency.example')))).toBe('ok')
  })
  test('cannot leave them out', async () => expect(codeOf(await comeIn(token))).toBe('person.bad-email'))
  test('takes no address of a disabled person', async () => {
    await desk.disable(personId)
    expect(codeOf(await comeIn(token, facts('มาลี', 'somchai@agency.example')))).toBe('person.email-taken')
  })
  test('of two who give the same address at the same moment one has it', async () => {
    const second = await giveLink(desk, await desk.addPerson({ email: null }), 'invitation')
    const results = await Promise.all(
      [token, second].map((link) => comeIn(link, facts('มาลี', 'malee@agency.example'))),
    )
    expect(results.map(codeOf).sort()).toEqual(['ok', 'person.email-taken'])
  })
})

test('an invitation lets in without a password, to add another way', async () => {
  const token = await giveLink(desk, personId, 'invitation')
  const { sessionToken } = expectOk(await comeIn(token, { password: null }))
  expect(await desk.signedIn(sessionToken)).toMatchObject({ method: 'link', standing: 'full' })
  expect(await desk.audited('password.set')).toEqual([])
  expect(codeOf(await signIn(desk))).toBe('sign-in.wrong')
  expect(codeOf(await comeIn(token))).toBe('link.useless')
})
