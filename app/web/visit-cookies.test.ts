import { describe, expect, test } from 'vitest'
import { clearCookie, readCookie, setCookie } from './visit-cookies.ts'

const AGENCY = '11111111-1111-4111-8111-111111111111'
const OTHER = '22222222-2222-4222-8222-222222222222'
const TOKEN = 'a'.repeat(43)
const read = (header: string | null) => readCookie(header, 'session', AGENCY)

describe('a cookie that a browser brings', () => {
  test('is its own where it names this agency', () => {
    expect(read(`__Host-session=${AGENCY}.${TOKEN}`)).toEqual({ state: 'own', token: TOKEN })
    expect(read(`a=b; __Host-session=${AGENCY}.${TOKEN}; c=d`)).toEqual({ state: 'own', token: TOKEN })
  })
  test('what was set is read again', () =>
    expect(read(setCookie('session', AGENCY, TOKEN).split(';')[0] as string)).toEqual({
      state: 'own',
      token: TOKEN,
    }))
  test('is foreign where it names another agency', () =>
    expect(read(`__Host-session=${OTHER}.${TOKEN}`)).toEqual({ state: 'foreign' }))
  test.each([null, '', 'other=1', '__Host-session=', `session=${AGENCY}.${TOKEN}`, '__Host-session', '=;=;'])(
    'is none in %j',
    (header) => expect(read(header)).toEqual({ state: 'none' }),
  )
  test.each([
    ['cut', `${AGENCY}.${TOKEN.slice(1)}`],
    ['longer', `${AGENCY}.${TOKEN}a`],
    ['without an agency', TOKEN],
    ['of other letters', `${AGENCY}.${'!'.repeat(43)}`],
    ['with something behind it', `${AGENCY}.${TOKEN}%0a`],
    ['in capitals', `${AGENCY.replaceAll('1', 'A')}.${TOKEN}`],
    ['garbage', '%00%ff{}'],
  ])('was tampered with: %s', (_how, value) =>
    expect(read(`__Host-session=${value}`)).toEqual({ state: 'tampered' }),
  )
  test('of several of one name the first counts, whatever comes after', () => {
    const [own, foreign] = [`__Host-session=${AGENCY}.${TOKEN}`, `__Host-session=${OTHER}.${TOKEN}`]
    expect(read(`${own}; ${foreign}`)).toEqual({ state: 'own', token: TOKEN })
    expect(read(`${foreign}; ${own}`)).toEqual({ state: 'foreign' })
    expect(read(`__Host-session=x; ${own}`)).toEqual({ state: 'tampered' })
  })
  test('a name that only ends or begins alike is another cookie', () =>
    expect(read(`x__Host-session=${AGENCY}.${TOKEN}; __Host-session2=${AGENCY}.${TOKEN}`)).toEqual({
      state: 'none',
    }))
})

test('a cookie is for this host alone, over https, hidden from scripts and from other sites', () => {
  for (const name of ['session', 'browser', 'oidc', 'passkey'] as const)
    for (const header of [setCookie(name, AGENCY, TOKEN), clearCookie(name)]) {
      expect(header).toMatch(/^__Host-/)
      expect(header).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
      expect(header).not.toContain('Domain')
    }
  expect(clearCookie('session')).toMatch(/^__Host-session=; Max-Age=0;/)
})

test('the cookie of a session outlives the session by the day for which forms are kept', () =>
  expect(setCookie('session', AGENCY, TOKEN)).toContain(`Max-Age=${(12 + 24) * 3600};`))
