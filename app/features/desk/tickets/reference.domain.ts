import { dammOf } from '../../../kernel/damm.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'

const BE_OFFSET = 543
/** The serial part is drawn, so that nobody reads from it how many there are. */
export const SERIALS = 1_000_000

/** The reference of a ticket: "R-2570-4839207", year of the Buddhist era, six digits drawn and one that checks them. */
export function referenceOf(day: IsoDay, serial: number): string {
  const year = String(Number(day.slice(0, 4)) + BE_OFFSET)
  const digits = String(serial).padStart(6, '0')
  return `R-${year}-${digits}${dammOf(year + digits)}`
}

/** A reference as somebody types it: small letters, spaces, Thai and full-width digits; null when it is none. */
export function readReference(typed: string): string | null {
  const match = /^R?(2[56]\d{2})(\d{7})$/.exec(packed(typed))
  if (!match) return null
  const [, year = '', digits = ''] = match
  return dammOf(year + digits) === 0 ? `R-${year}-${digits}` : null
}

export const FOLLOW_UP_DIGITS = 12

/** The follow-up number as somebody types it; null when it has not twelve digits. */
export function readFollowUp(typed: string): string | null {
  const digits = packed(typed)
  return /^\d{12}$/.test(digits) ? digits : null
}

/** In three groups of four. */
export const writeFollowUp = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ')

const packed = (typed: string): string =>
  toArabicDigits(typed.slice(0, 100).normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\-–—_.]/gu, '')
