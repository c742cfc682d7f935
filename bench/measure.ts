/** One figure of a benchmark run. Ratios have both sides measured in the same run. */
export type Figure = Readonly<{
  name: string
  value: number
  unit: 'ratio' | 's' | 'ms' | 'MB' | 'KB' | 'of 64' | '/s'
  /** The value must not be above (or, for `atLeast`, below) this. */
  target: number
  atLeast?: true
  /** What was measured on each side, for whoever reads the ratio. */
  parts: Readonly<Record<string, number>>
}>

export const isMet = (figure: Figure): boolean =>
  figure.atLeast ? figure.value >= figure.target : figure.value <= figure.target

export async function seconds(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export const round = (value: number, places = 3): number => Number(value.toFixed(places))
