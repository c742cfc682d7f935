import { foldText, plainText } from '../../../kernel/rich-text.ts'
import { saysNotDone } from '../blank.domain.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type FindingInput, whereIs } from './finding-input.domain.ts'

/** Summaries that only say that the measure was not carried out: a statement, so complete, but no work to report. */
export const findWorkNotDone = ({ cycle }: FindingInput): Finding[] =>
  cycle.issues.flatMap((issue) =>
    issue.measures.flatMap(({ number, summary }) =>
      summary.state === 'value' && saysNotDone(summary.value)
        ? [
            {
              code: 'summary.not-done' as const,
              place: { issue: issue.number, measure: number },
              evidence: [foldText(plainText(summary.value))],
              where: whereIs({ issue: issue.number, measure: number, part: 'summary' }),
              message: findingSentence((words) => words.summaryNotDone),
            },
          ]
        : [],
    ),
  )
