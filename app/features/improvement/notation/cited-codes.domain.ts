import { toArabicDigits } from '../../../kernel/thai-digits.ts'

/** A code with the framework year (B.E.) to which it belongs; whether that year has such a code is not known here. */
export type CitedCode = Readonly<{ year: number; code: string }>

const DASH = '\\s*[-\\u2010-\\u2015\\u2212]\\s*'
const PART = new RegExp(
  `^(?:(25\\d\\d)\\s*:\\s*)?(ind|[ieo])(\\d{1,2}(?:\\.\\d{1,2})?)(?:${DASH}(ind|[ieo])?(\\d{1,2}))?$`,
  'iu',
)

/**
 * What stands between the brackets of a citation: "i1-i6", "e11, e12", "2567:o8". A code without a year is of `homeYear`; Thai
 * digits and any dash count. Null when it is nothing of the kind.
 */
export function citedCodes(written: string, homeYear: number): readonly CitedCode[] | null {
  const parts = toArabicDigits(written)
    .split(/\s*,\s*/u)
    .map((part) => codesOf(part, homeYear))
  return parts.every((codes) => codes !== null) ? parts.flat() : null
}

function codesOf(part: string, homeYear: number): readonly CitedCode[] | null {
  const match = PART.exec(part)
  if (!match) return null
  const [, year, letter = '', first = '', second, last] = match
  const inYear = (number: string | number) => ({ year: Number(year ?? homeYear), code: `${letter}${number}` })
  if (last === undefined) return [inYear(first.replace(/^0+(?=\d)/, ''))]
  if (first.includes('.') || (second ?? letter).toLowerCase() !== letter.toLowerCase()) return null
  const ends = [Number(first), Number(last)]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  return Array.from({ length: high - low + 1 }, (_, at) => inYear(low + at))
}

/** The shortest writing of codes that `citedCodes` reads as the same ones: neighbours joined, years only where not the home one. */
export function printCodes(codes: readonly CitedCode[], homeYear: number): string {
  const runs: { first: CitedCode; last: CitedCode }[] = []
  for (const code of codes) {
    const run = runs.at(-1)
    if (run && follows(run.last, code)) run.last = code
    else runs.push({ first: code, last: code })
  }
  return runs
    .map(({ first, last }) => {
      const year = first.year === homeYear ? '' : `${first.year}:`
      return first === last ? `${year}${first.code}` : `${year}${first.code}-${last.code}`
    })
    .join(', ')
}

const WHOLE = /^(\D+)(\d+)$/
function follows(before: CitedCode, after: CitedCode): boolean {
  const [, letter, number] = WHOLE.exec(before.code) ?? []
  const [, nextLetter, nextNumber] = WHOLE.exec(after.code) ?? []
  return (
    before.year === after.year &&
    letter === nextLetter &&
    Number(number) + 1 === Number(nextNumber ?? Number.NaN)
  )
}
