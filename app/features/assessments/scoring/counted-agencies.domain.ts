import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework } from '../../catalogue/index.ts'
import { type AggregationPlan, planValues, runPlan } from './aggregation-plan.domain.ts'
import type { AnswerForm } from './answer-form.domain.ts'
import type { OptionCounts } from './computed.domain.ts'
import { questionMean } from './item-mean.domain.ts'
import { PLACES } from './option-counts.domain.ts'
import type { CountedAnswers } from './result-of-counts.domain.ts'
import { meanOf, workingNumber } from './working-number.domain.ts'

/**
 * Counts of many agencies. `counts` has PLACES for each question of the form, agency after agency; the place of "not
 * answered" is left empty, for it is what remains of the respondents.
 */
export type CountedAgencies = Readonly<{
  form: AnswerForm
  codes: readonly string[]
  counts: Uint32Array
  /** IIT and EIT, agency after agency. */
  respondents: Uint32Array
  /** Scores of disclosure items by the agency's number. */
  disclosure: ReadonlyMap<number, ReadonlyMap<ItemRef, DecimalText>>
}>

/** The counts of one agency, as a single agency's answers are counted. */
export function countedAnswers(
  { form, counts, respondents, disclosure }: CountedAgencies,
  agency: number,
): CountedAnswers {
  const stride = form.columns.length * PLACES
  const [iit = 0, eit = 0] = respondents.subarray(agency * 2, agency * 2 + 2)
  const own: OptionCounts = new Map(
    form.columns.flatMap(({ code, instrument }, column) => {
      const asked = instrument === 'IIT' ? iit : eit
      if (asked === 0) return []
      const from = agency * stride + column * PLACES
      const chosen = [...counts.subarray(from + 1, from + PLACES)]
      const answered = chosen.reduce((sum, count) => sum + count, 0)
      return [[code, [asked - answered, ...chosen]] as const]
    }),
  )
  return { counts: own, respondents: { IIT: iit, EIT: eit }, disclosure: disclosure.get(agency) ?? new Map() }
}

/** Scores of many agencies as working numbers, NaN where there is none, agency after agency in the places of the plan. */
export type ScoredAgencies = Readonly<{
  items: Float64Array
  indicators: Float64Array
  instruments: Float64Array
  totals: Float64Array
}>

/** The scores of the agencies `from` to before `to` (of all, if not said), by the same arithmetic as one agency's. */
export function scoreAgencies(
  framework: Framework,
  plan: AggregationPlan,
  { form, codes, counts, disclosure }: CountedAgencies,
): ScoredAgencies {
  const stride = form.columns.length * PLACES
  const questions = plan.items.map((ref) =>
    form.columns.flatMap((column, at) => (column.item === ref ? [{ column, at }] : [])),
  )
  const values = planValues(plan)
  const all: ScoredAgencies = {
    items: new Float64Array(codes.length * plan.items.length),
    indicators: new Float64Array(codes.length * plan.indicators.length),
    instruments: new Float64Array(codes.length * framework.weights.length),
    totals: new Float64Array(codes.length),
  }
  for (let agency = 0; agency < codes.length; agency += 1) {
    const disclosed = disclosure.get(agency)
    for (let at = 0; at < questions.length; at += 1) {
      const asked = questions[at] as (typeof questions)[number]
      let sum = asked.length === 0 ? Number.NaN : 0
      for (const { column, at: place } of asked)
        sum += questionMean(column, counts, agency * stride + place * PLACES).mean
      values.items[at] = Number.isNaN(sum) ? Number.NaN : meanOf(sum, asked.length)
      const score = disclosed?.get(plan.items[at] as ItemRef)
      if (score !== undefined) values.items[at] = workingNumber(score)
    }
    all.totals[agency] = runPlan(plan, values)
    all.items.set(values.items, agency * plan.items.length)
    all.indicators.set(values.indicators, agency * plan.indicators.length)
    all.instruments.set(values.instruments, agency * plan.instruments.length)
  }
  return all
}
