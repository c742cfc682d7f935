import { compareDecimal } from '../../../kernel/decimal.ts'
import { scoreName } from '../../improvement/index.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { claimIn } from './all-rose-claim.domain.ts'
import { type FindingInput, ownMeasure, scoresOf, whereIs } from './finding-input.domain.ts'
import { tellingWords } from './telling-words.th.ts'

/**
 * Pairs whose passage, or whose outcome as a whole, says that they rose, while the later value is not higher. A passage
 * that tells of a fall as well is left alone: nobody knows of which value it says which.
 */
export const findRisesThatFell = ({ cycle }: FindingInput): Finding[] =>
  scoresOf(cycle.issues).flatMap(({ issue, outcome, fact }) => {
    const { before, after, quote } = fact
    if (before === null || compareDecimal(after.value, before.value) > 0) return []
    const claim = tellingWords.rose.test(quote) ? quote : claimIn(outcome)
    if (claim === null || tellingWords.fell.test(quote)) return []
    return [
      {
        code: 'claim.rise-but-fell' as const,
        place: { issue: issue.number, measure: ownMeasure(outcome) },
        evidence: [...new Set([claim, quote])],
        where: whereIs({ issue: issue.number, measure: ownMeasure(outcome), part: 'outcome' }),
        message: findingSentence((words) => words.riseButFell(scoreName(fact), before.value, after.value)),
      },
    ]
  })
