import { toArabicDigits } from '../../../kernel/thai-digits.ts'

/** The number of a version as an address writes it, Thai digits too; null where it is none. */
export function versionFrom(written: string): number | null {
  const version = Number(/^[1-9]\d{0,5}$/.exec(toArabicDigits(written))?.[0])
  return Number.isNaN(version) ? null : version
}
