import { describe, expect, test } from 'vitest'
import { isTooMuch } from './sent-size.ts'

const sent = (headers: Record<string, string>, pathname: string) =>
  isTooMuch(new Headers(headers), pathname, { mostOfFiles: 2_000_000_000 })

describe('what is sent', () => {
  test.each([
    ['/sign-in', '65536', false],
    ['/sign-in', '65537', true],
    ['/en/sign-in/forgot', '1000000', true],
    ['/office/roster', '1400000', false],
    ['/en/office/roster', '4194304', false],
    ['/office/roster', '4194305', true],
    ['/office/roster', 'many', true],
    ['/office/evidence/files', '2000000000', false],
    ['/en/office/evidence/files', '2001048576', false],
    ['/office/evidence/files', '2001048577', true],
    ['/office/evidence/files/more', '4194305', true],
    ['/office/evidence', '4194305', true],
    ['/en/office/scores/import', '6291456', false],
    ['/office/scores/import', '6291457', true],
    ['/verify', '209715200', false],
    ['/en/verify', '209715201', true],
    ['/verify/0123', '65537', true],
    ['/complaint/new', '209715200', false],
    ['/en/complaint/follow', '209715201', true],
    ['/complaint/file', '65537', true],
    ['/office/desk/tickets/1/answer', '209715200', false],
    ['/office/scores/import/1', '4194305', true],
  ])('to %s, %s bytes long, is too much: %s', (pathname, length, isMore) =>
    expect(sent({ 'content-length': length }, pathname)).toBe(isMore),
  )
  test('without a length is too much, and nothing at all is not', () => {
    expect(sent({ 'transfer-encoding': 'chunked' }, '/office/roster')).toBe(true)
    expect(sent({}, '/sign-out')).toBe(false)
  })
})
