/** The same numbers for the same seed (mulberry32): what was found can be tried again. */
export type Chance = Readonly<{
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number
}>

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { between: (least, most) => least + Math.floor(next() * (most - least + 1)) }
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
