import Big from 'big.js'

/**
 * A score or percentage as decimal text, exactly as printed ("77.33", "85.6", "100"). Arithmetic on it is exact decimal
 * arithmetic, never binary floating point.
 */
export type DecimalText = string

const DECIMAL = /^-?\d+(\.\d+)?$/

export const isDecimalText = (text: string): boolean => DECIMAL.test(text)

/** after − before, with two places and its sign ("+11.77", "-0.40", "0.00"). Both must be decimal text. */
export function difference(before: DecimalText, after: DecimalText): DecimalText {
  const change = new Big(after).minus(before).toFixed(2)
  return new Big(change).gt(0) ? `+${change}` : change
}

/** −1, 0 or 1 as `a` is smaller than, equal to or greater than `b`; "85" equals "85.00". */
export const compareDecimal = (a: DecimalText, b: DecimalText): -1 | 0 | 1 => new Big(a).cmp(b)

/** With two places, half up, as ITA results print them. */
export const twoPlaces = (value: DecimalText): DecimalText => new Big(value).toFixed(2)

/** With so many places, half up. */
export const toPlaces = (value: DecimalText, places: number): DecimalText => new Big(value).toFixed(places)

/** The mean with so many places, half up; of nothing it throws. */
export function meanOf(values: readonly DecimalText[], places: number): DecimalText {
  if (values.length === 0) throw new Error('nothing has no mean')
  const sum = values.reduce((total, value) => total.plus(value), new Big(0))
  return sum.div(values.length).toFixed(places)
}

/**
 * The mean of the means of groups, rounded half up at the end to so many places. No
 * group may be empty.
 */
export function meanOfMeans(groups: readonly (readonly DecimalText[])[], places: number): DecimalText {
  const mean = (values: readonly (Big | string)[]) =>
    values.reduce<Big>((sum, value) => sum.plus(value), new Big(0)).div(values.length)
  return mean(groups.map(mean)).toFixed(places)
}
