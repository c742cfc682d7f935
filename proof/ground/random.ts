/** Random choices that are the same again for the same seed: what was found can be tried again. */
export type Random = Readonly<{
  /** From 0 up to, and without, `below`. */
  below: (below: number) => number
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number
  /** True so often, from 0 to 1. */
  chance: (part: number) => boolean
  pick: <T>(from: readonly T[]) => T
}>

/** Mulberry32 (Tommy Ettinger): 32 bits of state are enough to choose among requests. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (part) => next() < part,
    pick: (from) => {
      if (from.length === 0) throw new Error('nothing to pick from')
      return from[below(from.length)] as (typeof from)[number]
    },
  }
}
