export type ValueScale = Readonly<{ from: number; to: number; ticks: readonly number[] }>

const STEPS = [5, 10, 20, 25, 50, 100]
const MOST_TICKS = 8

/**
 * The stretch of the scale that the values need, its ends rounded to 5. It begins at zero when that costs little, else
 * `from` is not 0 and the chart has to say so. Without values it is 0 to 100.
 */
export function valueScale(given: readonly number[]): ValueScale {
  const values = given.filter(Number.isFinite)
  if (values.length === 0) return { from: 0, to: 100, ticks: ticksOf(0, 100) }

  const low = Math.floor(Math.min(...values) / 5) * 5
  const high = Math.max(Math.ceil(Math.max(...values) / 5) * 5, low + 5)
  const from = low > 0 && low <= (high - low) / 2 ? 0 : low
  return { from, to: high, ticks: ticksOf(from, high) }
}

function ticksOf(from: number, to: number): readonly number[] {
  const step =
    STEPS.find((size) => (to - from) / size < MOST_TICKS) ?? 5 * Math.ceil((to - from) / 5 / MOST_TICKS)
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, index) => first + index * step)
}
