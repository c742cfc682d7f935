import type { DecimalText } from '../../../kernel/decimal.ts'

/**
 * A score while it is computed: a whole number of ten-thousand-millionths (10⁻¹⁰) of a point. Integers of this size are exact
 * in a JavaScript number, so sums and means do not depend on their order, and only a mean is ever rounded: half up, at the
 * tenth place. What is printed has two places, half up; levels are judged by the working number, not by the printed one.
 */
export type WorkingNumber = number

export const UNIT = 10_000_000_000
const PLACES = 10
const PRINTED_STEP = UNIT / 100

/** Decimal text of at most ten places as a working number. Not negative. */
export function workingNumber(text: DecimalText): WorkingNumber {
  const [whole = '0', fraction = ''] = text.split('.')
  return Number(whole) * UNIT + Number(fraction.padEnd(PLACES, '0').slice(0, PLACES))
}

/** Two places, half up, as results are printed. */
export function printed(value: WorkingNumber): DecimalText {
  const hundredths = Math.floor((value + PRINTED_STEP / 2) / PRINTED_STEP)
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

/** Every place that is not zero, at least two: what a level is judged by. */
export function exactText(value: WorkingNumber): DecimalText {
  const fraction = String(value % UNIT)
    .padStart(PLACES, '0')
    .replace(/0{1,8}$/u, '')
  return `${Math.floor(value / UNIT)}.${fraction}`
}

/** The mean of a sum over a count, half up at the tenth place. The count must be above zero. */
export function meanOf(sum: number, count: number): WorkingNumber {
  const whole = Math.floor(sum / count)
  return whole + Math.floor((2 * (sum - whole * count) + count) / (2 * count))
}

/** A part of a hundred of it: what an instrument of that weight adds to the total. */
export const weighted = (value: WorkingNumber, percent: number): WorkingNumber => meanOf(value * percent, 100)
