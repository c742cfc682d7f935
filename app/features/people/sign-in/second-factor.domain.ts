import { toArabicDigits } from '../../../kernel/thai-digits.ts'

/** What somebody typed as a second factor: a code of the app, or one of the recovery codes. */
export type TypedCode = Readonly<{ kind: 'app' | 'recovery'; code: string }>

/** Reads a code however it was typed: Thai digits, spaces, capitals, with or without the hyphen. Null when it is neither. */
export function readCode(typed: string): TypedCode | null {
  const plain = toArabicDigits(typed)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
  if (/^\d{6}$/.test(plain)) return { kind: 'app', code: plain }
  return /^[0-9a-hjkmnp-tv-z]{10}$/.test(plain)
    ? { kind: 'recovery', code: `${plain.slice(0, 5)}-${plain.slice(5)}` }
    : null
}
