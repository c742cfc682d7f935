import { expect, test } from 'vitest'
import { readFollowUp, readReference, referenceOf, writeFollowUp } from './reference.domain.ts'

test('a reference carries the year of the Buddhist era, six digits and one that checks them', () => {
  expect(referenceOf('2026-11-26', 42)).toMatch(/^R-2569-000042\d$/)
  expect(readReference(referenceOf('2026-11-26', 42))).toBe(referenceOf('2026-11-26', 42))
})

test('every single wrong digit and every two neighbours that change places are found', () => {
  const reference = referenceOf('2026-11-26', 483_920)
  const digits = reference.replace(/\D/g, '')
  const isRead = (typed: string) => readReference(`R${typed}`) !== null
  for (let at = 3; at < digits.length; at += 1)
    for (let digit = 0; digit < 10; digit += 1)
      if (String(digit) !== digits[at])
        expect(isRead(digits.slice(0, at) + digit + digits.slice(at + 1)), `${at} ${digit}`).toBe(false)
  for (let at = 4; at < digits.length - 1; at += 1)
    if (digits[at] !== digits[at + 1])
      expect(
        isRead(digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)),
        `swapped at ${at}`,
      ).toBe(false)
})

test('a reference is read in small letters, with blanks, without hyphens and in Thai digits', () => {
  const reference = referenceOf('2026-11-26', 7)
  const thai = reference.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))
  for (const typed of [
    ` ${reference.toLowerCase()} `,
    reference.replaceAll('-', ' '),
    reference.replaceAll('-', ''),
    thai,
  ])
    expect(readReference(typed), typed).toBe(reference)
  expect(readReference("' or 1=1 --")).toBeNull()
  expect(readReference('9'.repeat(100_000))).toBeNull()
})

test('a follow-up number is twelve digits, however they are grouped and in whatever digits', () => {
  expect(readFollowUp('1234 5678-9012')).toBe('123456789012')
  expect(readFollowUp('๑๒๓๔๕๖๗๘๙๐๑๒')).toBe('123456789012')
  expect(readFollowUp('１２３４５６７８９０１２')).toBe('123456789012')
  expect(readFollowUp('12345678901')).toBeNull()
  expect(readFollowUp('12345678901x')).toBeNull()
  expect(writeFollowUp('123456789012')).toBe('1234 5678 9012')
})
