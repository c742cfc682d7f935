import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework, Instrument } from '../../catalogue/index.ts'
import { meanOf, type WorkingNumber, weighted } from './working-number.domain.ts'

/** Why nothing is computed: the framework names no rule, or one that the program does not know. */
export type CannotAggregate = 'not-stated' | 'unknown-rule'

/** What of a framework decides which item counts where, laid out once so that it serves many agencies. */
export type AggregationPlan = Readonly<{
  items: readonly ItemRef[]
  indicators: readonly ItemRef[]
  /** For each indicator the places of its items in `items`, those of its sub-indicators included. */
  members: readonly (readonly number[])[]
  instruments: readonly Readonly<{
    instrument: Instrument
    percent: number
    /** Places of its top indicators in `indicators`. */
    top: readonly number[]
  }>[]
}>

const plans = new WeakMap<Framework, AggregationPlan>()

/** The plan of a framework, made once. */
export function aggregationPlan(framework: Framework): AggregationPlan | CannotAggregate {
  const { rule } = framework.aggregation
  if (rule === 'not-stated') return 'not-stated'
  if (rule !== 'mean-of-means') return 'unknown-rule'
  const known = plans.get(framework)
  if (known) return known
  const plan = layOut(framework)
  plans.set(framework, plan)
  return plan
}

function layOut({ items, indicators, weights }: Framework): AggregationPlan {
  const placesOf = <T>(rows: readonly T[], holds: (row: T) => boolean): readonly number[] =>
    rows.flatMap((row, place) => (holds(row) ? [place] : []))
  return {
    items: items.map(({ ref }) => ref),
    indicators: indicators.map(({ ref }) => ref),
    // Items hang on sub-indicators (9.1), and count for the indicator above (9) one by one.
    members: indicators.map(({ ref }) => {
      const refs = new Set([ref, ...indicators.filter(({ parent }) => parent === ref).map((sub) => sub.ref)])
      return placesOf(items, ({ indicator }) => indicator !== null && refs.has(indicator))
    }),
    instruments: weights.map(({ instrument, percent }) => ({
      instrument,
      percent: Number(percent),
      top: placesOf(indicators, (row) => row.instrument === instrument && row.parent === null),
    })),
  }
}

/** Values by the places of a plan; NaN where there is none. Written over by each run, so that many runs need one of them. */
export type PlanValues = Readonly<{
  items: Float64Array
  indicators: Float64Array
  /** Of how many items each indicator is the mean. */
  counted: Uint16Array
  instruments: Float64Array
  /** Of how many indicators each instrument is the mean. */
  indicatorsCounted: Uint16Array
  weighted: Float64Array
}>

export const planValues = (plan: AggregationPlan): PlanValues => ({
  items: new Float64Array(plan.items.length).fill(Number.NaN),
  indicators: new Float64Array(plan.indicators.length).fill(Number.NaN),
  counted: new Uint16Array(plan.indicators.length),
  instruments: new Float64Array(plan.instruments.length).fill(Number.NaN),
  indicatorsCounted: new Uint16Array(plan.instruments.length),
  weighted: new Float64Array(plan.instruments.length).fill(Number.NaN),
})

/**
 * From items to the total: an indicator is the mean of its items, an instrument the mean of its indicators, the total the sum
 * of the instruments by their weights, and nothing is rounded between the steps. An indicator given of itself stands in
 * place of what its items would give. Answers the total, NaN unless every instrument has a value.
 */
export function runPlan(
  plan: AggregationPlan,
  values: PlanValues,
  given?: ReadonlyMap<ItemRef, WorkingNumber>,
): WorkingNumber {
  for (let at = 0; at < plan.members.length; at += 1) {
    const own = given?.get(plan.indicators[at] as ItemRef)
    values.counted[at] =
      own === undefined ? meanInto(values.indicators, at, values.items, plan.members[at] ?? []) : 1
    if (own !== undefined) values.indicators[at] = own
  }
  let total = plan.instruments.length > 0 ? 0 : Number.NaN
  for (let at = 0; at < plan.instruments.length; at += 1) {
    const { top, percent } = plan.instruments[at] as AggregationPlan['instruments'][number]
    values.indicatorsCounted[at] = meanInto(values.instruments, at, values.indicators, top)
    const value = values.instruments[at] as number
    values.weighted[at] = Number.isNaN(value) ? Number.NaN : weighted(value, percent)
    total += values.weighted[at] as number
  }
  return total
}

/** Puts the mean of the values at those places that there are, and answers of how many it is. */
function meanInto(into: Float64Array, at: number, values: Float64Array, places: readonly number[]): number {
  let sum = 0
  let count = 0
  for (let i = 0; i < places.length; i += 1) {
    const value = values[places[i] as number] as number
    if (Number.isNaN(value)) continue
    sum += value
    count += 1
  }
  into[at] = count === 0 ? Number.NaN : meanOf(sum, count)
  return count
}
