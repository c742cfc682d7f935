import type { DecimalText } from '../../../kernel/decimal.ts'
import { type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import type { Framework, Instrument } from '../../catalogue/index.ts'
import type { Score } from '../score.domain.ts'
import type { CannotAggregate } from '../scoring/aggregate.domain.ts'
import type { ComputedResult } from '../scoring/computed.domain.ts'
import { resultOfCounts } from '../scoring/result-of-counts.domain.ts'
import type { YearAnswers } from './survey.domain.ts'
import { type Withheld, withheldOf } from './withhold.domain.ts'

/** Items of an instrument that have no score, so that nothing above them is whole. No items at all: none are known. */
export type MissingPart = Readonly<{
  instrument: Instrument
  percent: string
  items: readonly ItemRef[]
  of: number
}>

/** What stored answers and disclosure scores give for a year. */
export type ComputedYear = Readonly<{
  result: ComputedResult
  withheld: Withheld
  /** What keeps the total and the level from being said; empty where they are. */
  missing: readonly MissingPart[]
}>

/** `scores`: those that stand for the year; of them the disclosure items count, which nobody answers. */
export function computedYear(
  framework: Framework,
  answers: Pick<YearAnswers, 'counts' | 'respondents'>,
  scores: readonly Score[],
): ComputedYear | CannotAggregate {
  const disclosure = disclosureOf(framework, scores)
  const result = resultOfCounts(framework, {
    counts: answers.counts,
    respondents: answers.respondents,
    disclosure,
  })
  if (typeof result === 'string') return result
  const hasScore = (ref: ItemRef) => disclosure.has(ref) || typeof result.items.get(ref)?.mean === 'string'
  return {
    result,
    withheld: withheldOf(framework, result, answers.respondents),
    missing: framework.weights.flatMap(({ instrument, percent }) => {
      const items = framework.items.filter((item) => item.instrument === instrument)
      const without = items.filter(({ ref }) => !hasScore(ref)).map(({ ref }) => ref)
      return items.length > 0 && without.length === 0
        ? []
        : [{ instrument, percent, items: without, of: items.length }]
    }),
  }
}

function disclosureOf(framework: Framework, scores: readonly Score[]): ReadonlyMap<ItemRef, DecimalText> {
  const looked = new Set(
    framework.items.filter(({ instrument }) => instrument === 'OIT').map(({ ref }) => ref),
  )
  return new Map(
    scores
      .filter(({ ref }) => yearOf(ref) === framework.year && looked.has(ref))
      .map(({ ref, value }) => [ref, value]),
  )
}

/** Whether an indicator, an instrument, or with `null` the total rests on a row of the catalogue that is marked unverified. */
export function restsOnUnverified(
  framework: Framework,
  { items }: ComputedResult,
  part: ItemRef | Instrument | null,
): boolean {
  const under = framework.indicators.filter(({ parent }) => parent === part).map(({ ref }) => ref)
  return framework.items.some(
    ({ ref, indicator, instrument }) =>
      (part === null ||
        part === instrument ||
        part === indicator ||
        under.some((sub) => sub === indicator)) &&
      items.get(ref)?.isUnverified === true,
  )
}
