import { expect, test } from 'vitest'
import { foldEmail, linkAddress, linkExpiry } from './link.domain.ts'

test.each([
  'somchai@agency.example',
  'Somchai@Agency.Example',
  ' somchai@agency.example ',
  'ｓｏｍｃｈａｉ＠ａｇｅｎｃｙ．ｅｘａｍｐｌｅ',
])('%j is one and the same address', (typed) => expect(foldEmail(typed)).toBe('somchai@agency.example'))

test('an address may have a Thai name and host', () =>
  expect(foldEmail('สมชาย@หน่วยงาน.ไทย')).toBe('สมชาย@หน่วยงาน.ไทย'))

test.each([
  '',
  'somchai',
  'somchai@agency',
  '@agency.example',
  'a b@agency.example',
  'a@b@agency.example',
  'a@agency..example',
  'a@.example',
  'a@agency.example.',
  'a@agency.example, b@agency.example',
  'x <a@agency.example>',
  'a\r\nBcc:b@agency.example',
  'a\u0000@agency.example',
  'a@agen\u0007cy.example',
  `${'a'.repeat(250)}@agency.example`,
])('%j is no address', (typed) => expect(foldEmail(typed)).toBeNull())

test('a link leads to the page of its language, and ends in its time', () => {
  expect(linkAddress('https://ita.agency.example', 'th', 't')).toBe(
    'https://ita.agency.example/sign-in/link/t',
  )
  expect(linkAddress('https://ita.agency.example', 'en', 't')).toBe(
    'https://ita.agency.example/en/sign-in/link/t',
  )
  const from = new Date('2026-03-02T09:00:00Z')
  expect(linkExpiry('password-reset', from)).toEqual(new Date('2026-03-02T10:00:00Z'))
  expect(linkExpiry('sign-in', from)).toEqual(new Date('2026-03-03T09:00:00Z'))
  expect(linkExpiry('invitation', from)).toEqual(new Date('2026-03-09T09:00:00Z'))
})
