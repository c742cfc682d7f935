import { percentile } from '../ground/percentile.ts'
import type { Tally, Told } from './sender.ts'

/** What several processes told of one kind, put together. */
export type KindFigures = Readonly<{
  count: number
  p50: number
  p95: number
  worst: number
  statuses: Readonly<Record<string, number>>
  odd: readonly string[]
}>

export function tallied(told: readonly Told[]): ReadonlyMap<string, KindFigures> {
  const kinds = new Map<string, Tally[]>()
  for (const one of told)
    for (const [name, tally] of Object.entries(one)) kinds.set(name, [...(kinds.get(name) ?? []), tally])
  return new Map([...kinds].map(([name, tallies]) => [name, together(tallies)]))
}

function together(tallies: readonly Tally[]): KindFigures {
  const times = tallies.flatMap(({ times }) => times)
  const statuses: Record<string, number> = {}
  for (const tally of tallies)
    for (const [status, count] of Object.entries(tally.statuses))
      statuses[status] = (statuses[status] ?? 0) + count
  return {
    count: times.length,
    p50: Math.round(percentile(times, 0.5)),
    p95: Math.round(percentile(times, 0.95)),
    worst: Math.round(percentile(times, 1)),
    statuses,
    odd: [...new Set(tallies.flatMap(({ odd }) => odd))].slice(0, 5),
  }
}

/** By how much a value grows in a minute: the slope of the line of least squares through (minutes, value). */
export function slopePerMinute(points: readonly (readonly [minutes: number, value: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))]
  const [over, under] = points.reduce(
    ([sum, squares], [at, value]) => [sum + (at - x) * (value - y), squares + (at - x) ** 2],
    [0, 0],
  )
  return under === 0 ? 0 : over / under
}
