import { err, ok, type Result } from '../../../kernel/result.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'

/** What somebody copied from paper or from a page, in small letters: a whole SHA-256, or the short code that is printed. */
export type TypedHash = Readonly<{ kind: 'whole' | 'short'; digits: string }>
export type TypedHashError = Readonly<
  { code: 'hash.nothing-typed' | 'hash.not-hash' } | { code: 'hash.incomplete'; digits: number }
>

export const WHOLE_HASH = 64
const SHORT_CODE = 16
/** A whole hash with an address before it and white space around each digit; what is longer is no hash. */
const LONGEST = 1000

/** Spaces of every kind, signs that nobody sees, dashes, and what is put between digits of a fingerprint. */
const BETWEEN = /[\s\p{Pd}\p{Cf}_:.·]+/gu

/**
 * Reads a hash as people type it: with spaces, dashes and line breaks, in capitals, in Thai digits, with the letters that
 * look like the digits 0 and 1, with "sha256:" or the address of the page before it.
 */
export function readTypedHash(typed: string): Result<TypedHash, TypedHashError> {
  if (typed.length > LONGEST) return err({ code: 'hash.not-hash' })
  const last = typed.normalize('NFKC').replace(/^[\s\S]*\/verify\//iu, '')
  const digits = toArabicDigits(last)
    .toLowerCase()
    .replace(/^\s*sha-?256\s*[:=]?/u, '')
    .replace(BETWEEN, '')
    .replace(/o/gu, '0')
    .replace(/[il]/gu, '1')
  if (digits === '') return err({ code: 'hash.nothing-typed' })
  if (!/^[0-9a-f]+$/u.test(digits)) return err({ code: 'hash.not-hash' })
  if (digits.length === WHOLE_HASH) return ok({ kind: 'whole', digits })
  if (digits.length === SHORT_CODE) return ok({ kind: 'short', digits })
  return err({ code: 'hash.incomplete', digits: digits.length })
}
