import type { AnswerColumn } from './answer-form.domain.ts'
import { EXCLUDED } from './option-counts.domain.ts'
import { meanOf, type WorkingNumber } from './working-number.domain.ts'

/** What the counts of one question say; `mean` is NaN where nothing counts or a chosen option has no score. */
export type QuestionMean = Readonly<{
  mean: WorkingNumber
  n: number
  excluded: number
  unanswered: number
  hasNoScores: boolean
}>

type Counts = Readonly<{ [place: number]: number; length: number }>

/** The mean of one question from how often each option was chosen; `from` is where its counts begin. */
export function questionMean({ options }: AnswerColumn, counts: Counts, from = 0): QuestionMean {
  let sum = 0
  let n = 0
  let excluded = from + EXCLUDED < counts.length ? (counts[from + EXCLUDED] ?? 0) : 0
  let hasNoScores = false
  for (let at = 0; at < options.length; at += 1) {
    const { score, isExcluded } = options[at] as AnswerColumn['options'][number]
    const chosen = counts[from + at + 1] ?? 0
    if (isExcluded) excluded += chosen
    else if (score === null) hasNoScores = true
    else {
      sum += Math.round(score / COARSE) * chosen
      n += chosen
    }
  }
  const mean = hasNoScores || n === 0 ? Number.NaN : exactMean(sum, n)
  return { mean, n, excluded, unanswered: counts[from] ?? 0, hasNoScores }
}

// Sums are kept in ten-thousandths of a point, which every printed score of an option is a whole number of: exact for as many
// answers as a nation gives, where ten-thousand-millionths would leave the whole numbers that a JavaScript number holds.
const COARSE = 1_000_000

function exactMean(sum: number, n: number): WorkingNumber {
  const whole = Math.floor(sum / n)
  return whole * COARSE + meanOf((sum - whole * n) * COARSE, n)
}
