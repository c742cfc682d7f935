import { toArabicDigits } from '../../../kernel/thai-digits.ts'

/** A version as it stands in an address: undefined where none is asked for, null where it is no number. */
export function versionNumber(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined
  const digits = toArabicDigits(text)
  return /^[1-9]\d{0,5}$/.test(digits) ? Number(digits) : null
}
