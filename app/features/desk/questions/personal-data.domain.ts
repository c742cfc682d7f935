import { toArabicDigits } from '../../../kernel/thai-digits.ts'

/** What may tell who somebody is, where it stands in a text (UTF-16, `end` behind it). */
export type PersonalData = Readonly<{
  start: number
  end: number
  kind: 'email' | 'telephone' | 'national-id'
}>

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** Thirteen digits, as they are written on a card or in one: 1-2345-67890-12-1. */
const NATIONAL_ID = /(?<!\d)\d(?:[ -]?\d){12}(?!\d)/g
/** Thai numbers begin with 0 or +66 and have nine or ten digits; blanks, hyphens, dots and brackets may part them. */
const TELEPHONE = /(?<![\d+])(?:\+66|0066|\(?0)[\s().-]{0,2}\d(?:[\s().-]{0,2}\d){7,8}(?!\d)/g

/**
 * Finds e-mail addresses, telephone numbers and citizen numbers in a text, in order and apart, in Thai digits, too. It warns:
 * names and addresses are found by nobody but a reader.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  // One character for one: places stay.
  const digits = toArabicDigits(text)
  const found: PersonalData[] = []
  const add = (pattern: RegExp, kind: PersonalData['kind']) => {
    for (const match of digits.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ start, end, kind })
    }
  }
  add(EMAIL, 'email')
  add(NATIONAL_ID, 'national-id')
  add(TELEPHONE, 'telephone')
  return found.toSorted((a, b) => a.start - b.start)
}

/** A stretch of a text; `kind` where it may tell who somebody is. Joined, the parts are the text. */
export type MarkedPart = Readonly<{ text: string; kind: PersonalData['kind'] | null }>

export function markedParts(text: string): readonly MarkedPart[] {
  const parts: MarkedPart[] = []
  let at = 0
  for (const { start, end, kind } of findPersonalData(text)) {
    if (start > at) parts.push({ text: text.slice(at, start), kind: null })
    parts.push({ text: text.slice(start, end), kind })
    at = end
  }
  if (at < text.length) parts.push({ text: text.slice(at), kind: null })
  return parts
}
