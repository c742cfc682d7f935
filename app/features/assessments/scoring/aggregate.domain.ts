import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework, Instrument } from '../../catalogue/index.ts'
import { aggregationPlan, type CannotAggregate, planValues, runPlan } from './aggregation-plan.domain.ts'
import type { WorkingNumber } from './working-number.domain.ts'

export type { CannotAggregate } from './aggregation-plan.domain.ts'

export const INSTRUMENTS: readonly Instrument[] = ['IIT', 'EIT', 'OIT']

/** A mean, and of how many of the parts that the framework has. */
export type PartMean = Readonly<{ value: WorkingNumber; counted: number; parts: number }>
export type InstrumentMean = PartMean & Readonly<{ weighted: WorkingNumber; percent: number }>

export type Aggregated = Readonly<{
  /** By indicator, top ones and sub-indicators; absent where no item of it has a score. */
  indicators: ReadonlyMap<ItemRef, PartMean>
  instruments: ReadonlyMap<Instrument, InstrumentMean>
  /** Null unless every instrument with a weight has a value. */
  total: WorkingNumber | null
}>

/**
 * From items to the total by the framework's rule. `mean-of-means`: an indicator is the mean of its items, an instrument the
 * mean of its indicators, the total the sum of the instruments by their weights; nothing is rounded between the steps. So
 * computed, all printed instrument scores and totals of twenty published units of 2563 come out to the second place, which
 * they do not when each step is rounded (source S02).
 *
 * An indicator whose items are not all known is the mean of those that are, and says of how many (`counted` of `parts`).
 * `given` holds indicators that are known of themselves; they stand in place of what their items would give.
 */
export function aggregate(
  framework: Framework,
  items: ReadonlyMap<ItemRef, WorkingNumber>,
  given: ReadonlyMap<ItemRef, WorkingNumber> = new Map(),
): Aggregated | CannotAggregate {
  const plan = aggregationPlan(framework)
  if (typeof plan === 'string') return plan
  const values = planValues(plan)
  for (const [at, ref] of plan.items.entries()) values.items[at] = items.get(ref) ?? Number.NaN
  const total = runPlan(plan, values, given)

  const indicators = new Map<ItemRef, PartMean>()
  for (const [at, ref] of plan.indicators.entries()) {
    const value = values.indicators[at] as number
    const parts = given.has(ref) ? 1 : (plan.members[at]?.length ?? 0)
    if (!Number.isNaN(value)) indicators.set(ref, { value, counted: values.counted[at] as number, parts })
  }
  const instruments = new Map<Instrument, InstrumentMean>()
  for (const [at, { instrument, percent, top }] of plan.instruments.entries()) {
    const value = values.instruments[at] as number
    if (!Number.isNaN(value))
      instruments.set(instrument, {
        value,
        counted: values.indicatorsCounted[at] as number,
        parts: top.length,
        weighted: values.weighted[at] as number,
        percent,
      })
  }
  return { indicators, instruments, total: Number.isNaN(total) ? null : total }
}
