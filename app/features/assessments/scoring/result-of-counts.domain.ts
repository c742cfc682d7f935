import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework, Instrument } from '../../catalogue/index.ts'
import { levelOf } from '../levels/level.domain.ts'
import { aggregate, type CannotAggregate, INSTRUMENTS } from './aggregate.domain.ts'
import { type AnswerColumn, answerForm, type SurveyInstrument } from './answer-form.domain.ts'
import type { ComputedItem, ComputedPart, ComputedResult, OptionCounts } from './computed.domain.ts'
import { questionMean } from './item-mean.domain.ts'
import { exactText, meanOf, printed, type WorkingNumber, workingNumber } from './working-number.domain.ts'

export type CountedAnswers = Readonly<{
  counts: OptionCounts
  respondents: Readonly<Record<SurveyInstrument, number>>
  /** Scores of disclosure items, of 100. */
  disclosure: ReadonlyMap<ItemRef, DecimalText>
}>

type ItemValue = Readonly<{ item: ComputedItem; value: WorkingNumber | null }>

/**
 * All that answers give, for one agency and year: a question is the mean of the answers that count, an item the mean of its
 * questions, and from there on as `aggregate` says. An item of several questions needs each of them to have a mean.
 */
export function resultOfCounts(
  framework: Framework,
  { counts, respondents, disclosure }: CountedAnswers,
): ComputedResult | CannotAggregate {
  const form = answerForm(framework)
  const columns = typeof form === 'string' ? [] : form.columns
  const byItem = Map.groupBy(columns, ({ item }) => item)
  const items = new Map<ItemRef, ComputedItem>()
  const values = new Map<ItemRef, WorkingNumber>()
  for (const [ref, questions] of byItem) {
    const { item, value } = itemOf(questions, counts)
    items.set(ref, item)
    if (value !== null) values.set(ref, value)
  }
  for (const [ref, score] of disclosure) values.set(ref, workingNumber(score))

  const aggregated = aggregate(framework, values)
  if (typeof aggregated === 'string') return aggregated
  const { indicators, instruments, total } = aggregated
  const of = (instrument: Instrument) => instruments.get(instrument)
  const level = levelOf(framework, {
    total: total === null ? null : exactText(total),
    instruments: { IIT: exactOf(of('IIT')), EIT: exactOf(of('EIT')), OIT: exactOf(of('OIT')) },
  })
  return {
    year: framework.year,
    items,
    indicators: new Map([...indicators].map(([ref, part]) => [ref, partText(part)])),
    instruments: new Map(
      INSTRUMENTS.flatMap((instrument) => {
        const mean = of(instrument)
        if (!mean) return []
        const answered = instrument === 'OIT' ? 0 : respondents[instrument]
        return [
          [
            instrument,
            { ...partText(mean), weighted: printed(mean.weighted), respondents: answered },
          ] as const,
        ]
      }),
    ),
    total: total === null ? null : printed(total),
    totalExact: total === null ? null : exactText(total),
    level: level?.key ?? null,
  }
}

function itemOf(questions: readonly AnswerColumn[], counts: OptionCounts): ItemValue {
  const means = questions.map((column) => questionMean(column, counts.get(column.code) ?? []))
  const most = (pick: (mean: (typeof means)[number]) => number) => Math.max(...means.map(pick))
  const hasNoScores = means.some((mean) => mean.hasNoScores)
  const known = means.every(({ mean }) => !Number.isNaN(mean))
  const value = known
    ? meanOf(
        means.reduce((sum, { mean }) => sum + mean, 0),
        means.length,
      )
    : null
  return {
    value,
    item: {
      mean: value === null ? null : printed(value),
      exact: value === null ? null : exactText(value),
      why: value !== null ? null : hasNoScores ? 'no-scores' : 'no-answers',
      n: most(({ n }) => n),
      excluded: most(({ excluded }) => excluded),
      unanswered: most(({ unanswered }) => unanswered),
      isUnverified: questions.some(({ isUnverified }) => isUnverified),
    },
  }
}

type Mean = Readonly<{ value: WorkingNumber; counted: number; parts: number }>

const exactOf = (mean: Mean | undefined): DecimalText | null => (mean ? exactText(mean.value) : null)

const partText = ({ value, counted, parts }: Mean): ComputedPart => ({
  mean: printed(value),
  exact: exactText(value),
  counted,
  parts,
})
