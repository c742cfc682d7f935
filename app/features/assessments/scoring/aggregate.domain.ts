import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework, Instrument } from '../../catalogue/index.ts'
import { meanOf, type WorkingNumber, weighted } from './working-number.domain.ts'

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

/** Why nothing is computed: the framework names no rule, or one that the program does not know. */
export type CannotAggregate = 'not-stated' | 'unknown-rule'

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
  const { rule } = framework.aggregation
  if (rule === 'not-stated') return 'not-stated'
  if (rule !== 'mean-of-means') return 'unknown-rule'

  const indicators = new Map<ItemRef, PartMean>()
  for (const { ref } of framework.indicators) {
    const own = given.get(ref)
    // Items hang on sub-indicators (9.1), and count for the indicator above (9) one by one.
    const under = framework.indicators.filter(({ parent }) => parent === ref).map((sub) => sub.ref)
    const members = framework.items.filter(
      ({ indicator }) => indicator === ref || under.some((sub) => sub === indicator),
    )
    const mean = partMean(
      members.map((item) => items.get(item.ref)),
      members.length,
    )
    if (own !== undefined) indicators.set(ref, { value: own, counted: 1, parts: 1 })
    else if (mean) indicators.set(ref, mean)
  }

  const instruments = new Map<Instrument, InstrumentMean>()
  for (const { instrument, percent } of framework.weights) {
    const top = framework.indicators.filter((row) => row.instrument === instrument && row.parent === null)
    const mean = partMean(
      top.map(({ ref }) => indicators.get(ref)?.value),
      top.length,
    )
    if (mean)
      instruments.set(instrument, {
        ...mean,
        weighted: weighted(mean.value, Number(percent)),
        percent: Number(percent),
      })
  }
  return { indicators, instruments, total: totalOf(framework, instruments) }
}

const totalOf = (
  { weights }: Framework,
  instruments: ReadonlyMap<Instrument, InstrumentMean>,
): WorkingNumber | null =>
  weights.length > 0 && weights.every(({ instrument }) => instruments.has(instrument))
    ? [...instruments.values()].reduce((sum, { weighted: part }) => sum + part, 0)
    : null

function partMean(values: readonly (WorkingNumber | undefined)[], parts: number): PartMean | null {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0) return null
  const sum = known.reduce((all, value) => all + value, 0)
  return { value: meanOf(sum, known.length), counted: known.length, parts }
}
