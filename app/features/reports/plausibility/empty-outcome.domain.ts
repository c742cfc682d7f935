import { type Field, fieldValue } from '../../../kernel/field.ts'
import { plainText, type RichText } from '../../../kernel/rich-text.ts'
import { isBlank } from '../blank.domain.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type FindingInput, whereIs } from './finding-input.domain.ts'

/** Measures whose outcome cell is empty and which no shared outcome of the issue covers. A declared none is not empty. */
export const findEmptyOutcomes = ({ cycle }: FindingInput): Finding[] =>
  cycle.issues.flatMap((issue) =>
    issue.measures
      .filter(
        ({ number }) =>
          !issue.outcomes.some(({ covers, text }) => covers.includes(number) && isAnswered(text)),
      )
      .map(({ number, text }) => ({
        code: 'outcome.empty-not-covered' as const,
        place: { issue: issue.number, measure: number },
        evidence: [plainText(fieldValue(text) ?? [])].filter((words) => words !== ''),
        where: whereIs({ issue: issue.number, measure: number, part: 'outcome' }),
        message: findingSentence((words) => words.emptyOutcome),
      })),
  )

const isAnswered = (field: Field<RichText>): boolean =>
  field.state === 'none' || (field.state === 'value' && !isBlank(field.value))
