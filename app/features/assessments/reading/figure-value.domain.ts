import { type DecimalText, isDecimalText, toPlaces, twoPlaces } from '../../../kernel/decimal.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import type { FigureFaultCode } from './figure.domain.ts'
import { NO_FIGURE } from './gap-words.th.ts'
import { foldedHead } from './mapping.domain.ts'

// Seven zeros or nines in a row near the last place are what the binary form of a spreadsheet adds to a figure.
const NOISE = /^(\d+)\.(\d*?)(?:0{7,}|9{7,})\d{0,3}$/u
const SCORE_PLACES = 2
/** Places of a total or of an instrument, which are sums and means; as many as a working number has. */
const TOTAL_PLACES = 10

/** Whether a cell says that there is no figure: blank, a dash, "no data". */
export const isGap = (text: string): boolean => {
  const folded = foldedHead(text)
  return folded === '' || NO_FIGURE.some((word) => foldedHead(word) === folded)
}

/** A score of an item or indicator: of 100, at most two places, as results are announced. */
export const scoreIn = (written: string): Result<DecimalText, FigureFaultCode> => {
  const number = numberIn(written, '100')
  if (!number.ok) return number
  return placesOf(number.value) > SCORE_PLACES ? err('figure.too-precise') : ok(twoPlaces(number.value))
}

/** A total or an instrument's score: at most `most`, with its places as they are printed. */
export function totalIn(written: string, most: DecimalText): Result<DecimalText, FigureFaultCode> {
  const number = numberIn(written, most)
  if (!number.ok) return number
  if (placesOf(number.value) > TOTAL_PLACES) return err('figure.too-precise')
  return ok(placesOf(number.value) < SCORE_PLACES ? twoPlaces(number.value) : number.value)
}

/**
 * A number that is not negative, in digits of either script, with a per cent sign or without. A comma is no part of it:
 * nothing says whether it parts thousands or decimals, and no score has thousands.
 */
function numberIn(written: string, most: DecimalText): Result<DecimalText, FigureFaultCode> {
  const text = toArabicDigits(written).replace(/[%\s]/gu, '')
  if (!isDecimalText(text)) return err('figure.bad-value')
  if (text.startsWith('-') || Number(text) > Number(most)) return err('figure.out-of-range')
  return ok(withoutNoise(text))
}

function withoutNoise(text: DecimalText): DecimalText {
  const kept = NOISE.exec(text)?.[2]
  return kept === undefined ? text : toPlaces(text, kept.length)
}

const placesOf = (text: DecimalText): number => text.split('.')[1]?.length ?? 0

/** Null for an empty cell, undefined for one that is no count. Commas stand before groups of three digits only. */
export function countIn(written: string): number | null | undefined {
  if (isGap(written)) return null
  const text = toArabicDigits(written).replace(/\s/gu, '').replace(/\.0+$/u, '')
  return /^(?:\d{1,8}|\d{1,3}(?:,\d{3}){1,2})$/u.test(text) ? Number(text.replaceAll(',', '')) : undefined
}

/**
 * A framework year, B.E.: "2567", "2024", "67", "ปีงบประมาณ พ.ศ. 2567", "2563/2020" where both say the same. Null for anything else.
 */
export function yearIn(written: string): number | null {
  const numbers = toArabicDigits(written).replace(/\.0+$/u, '').match(/\d+/gu) ?? []
  const years = new Set(numbers.map(buddhistYear))
  const [year = null] = years
  return years.size === 1 ? year : null
}
