import { describe, expect, test } from 'vitest'
import { inOtherLanguage, isPersonal, ownAddress, takesJson, withoutSecret } from './addresses.ts'

test.each([
  ['/', '/en'],
  ['/reports/2567', '/en/reports/2567'],
  ['/en', '/'],
  ['/en/reports/2567', '/reports/2567'],
  ['/english', '/en/english'],
  ['/en//evil.com', '/evil.com'],
])('%s has its twin at %s', (pathname, twin) => expect(inOtherLanguage(pathname)).toBe(twin))

describe('a way into the office that came with a request', () => {
  test.each([
    '/office',
    '/en/office',
    '/office/people?page=2#first',
    '/office/account?kept=0b8f6d3c-1f5e-4c6c-9a57-0e0f9a3f2d11',
    '/office/people?to=//evil.example',
  ])('%s is followed', (to) => expect(ownAddress(to)).toBe(to))
  test('is given as a browser reads it', () => {
    expect(ownAddress('/office/a/../people')).toBe('/office/people')
    expect(ownAddress('/office/people?name=สมชาย')).toBe(`/office/people?name=${encodeURIComponent('สมชาย')}`)
    expect(() => new Headers({ Location: ownAddress('/office/บุคคล') ?? '' })).not.toThrow()
  })
  test.each([
    null,
    undefined,
    '',
    'office',
    '//evil.example',
    '//evil.example/office',
    '/\\evil.example',
    '\\\\evil.example/office',
    'https://evil.example/office',
    'javascript:alert(1)',
    '/office/../..',
    '/office/../../evil',
    '/office/..//evil.example',
    '/office/%2e%2e//evil.example',
    '/office/%2E./reports',
    '/office%2f..',
    '/office%2fpeople',
    '/office\\people',
    '/officeX',
    '/enoffice',
    '/en/officer',
    '/sign-in',
    '/',
    '/office\n',
    '/office\r\nSet-Cookie: a=b',
    '/office\t/x',
    '/office\u0000',
    '/office\u007f',
    '/office\u0085',
    ' /office',
    '/office x',
    '/\t/evil.example',
  ])('%j is not', (to) => expect(ownAddress(to)).toBeNull())
})

describe('an answer is for one person alone', () => {
  test.each([
    '/office',
    '/office/people',
    '/en/office',
    '/sign-in',
    '/en/sign-in/link/x',
    '/sign-out',
    '/en/sign-out',
    '/calendar/x',
  ])('at %s', (pathname) => expect(isPersonal(pathname)).toBe(true))
  test.each([
    '/',
    '/en',
    '/officer',
    '/sign-inside',
    '/reports/2567',
    '/en/english/office',
    '/x/office',
    '/calendars',
  ])('but not at %s', (pathname) => expect(isPersonal(pathname)).toBe(false))
})

test.each([
  ['/sign-in/link/aB3-_x', '/sign-in/link/…'],
  ['/en/sign-in/link/aB3-_x', '/en/sign-in/link/…'],
  ['/sign-in/link/aB3-_x/y', '/sign-in/link/…'],
  ['/calendar/aB3-_x.ics', '/calendar/…'],
  ['/sign-in/forgot', '/sign-in/forgot'],
  ['/office/people', '/office/people'],
])('%s is written down as %s', (pathname, written) => expect(withoutSecret(pathname)).toBe(written))

test.each([
  ['/office/drafts/keep', true],
  ['/en/office/drafts/keep', true],
  ['/en/office/account/passkeys/options', true],
  ['/office/drafts', false],
  ['/office/drafts/keep/x', false],
])('whether %s takes JSON: %s', (pathname, takes) => expect(takesJson(pathname)).toBe(takes))
