import type { OptionCounts } from '../scoring/computed.domain.ts'
import type { AnswerBatch } from '../scoring/option-counts.domain.ts'

/**
 * How often each number stands in a column, from the kept bytes alone, whatever the catalogue says of the options today:
 * what was added to the sums can always be taken out again, and the sums be checked by another way than they were made.
 */
export function countBytes({ columns, nRespondents, answers }: AnswerBatch): OptionCounts {
  return new Map(
    columns.map((code, column) => {
      const counts: number[] = [0]
      for (let row = 0; row < nRespondents; row += 1) {
        const option = answers[row * columns.length + column] ?? 0
        while (counts.length <= option) counts.push(0)
        counts[option] = (counts[option] ?? 0) + 1
      }
      return [code, counts]
    }),
  )
}

export const negated = (counts: OptionCounts): OptionCounts =>
  new Map([...counts].map(([code, sum]) => [code, sum.map((count) => 0 - count)]))
