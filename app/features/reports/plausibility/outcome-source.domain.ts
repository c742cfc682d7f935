import { plainText, type RichText, runsOf } from '../../../kernel/rich-text.ts'
import { type Issue, type Outcome, type OutcomeFact, scoreName } from '../../improvement/index.ts'
import { isBlank } from '../blank.domain.ts'
import { type FindingWords, findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type FindingInput, ownMeasure, whereIs } from './finding-input.domain.ts'
import { tellingWords } from './telling-words.th.ts'

/**
 * Outcomes that name neither what was measured nor a source: a score of no item, a claim that nothing happened without a
 * reference, or words without any figure, reference or source.
 */
export const findOutcomesWithoutSource = ({ cycle }: FindingInput): Finding[] =>
  cycle.issues.flatMap((issue) =>
    issue.outcomes.flatMap((outcome) =>
      outcome.text.state === 'value' && !isBlank(outcome.text.value)
        ? judgeOutcome(issue, outcome, outcome.text.value)
        : [],
    ),
  )

function judgeOutcome(issue: Issue, outcome: Outcome, text: RichText): Finding[] {
  const { facts } = outcome
  if (facts.length === 0)
    return hasSource(text, plainText(text))
      ? []
      : [toFinding(issue, outcome, plainText(text), (words) => words.outcomeWithoutSource)]
  return facts.flatMap((fact) => {
    // The source of a lone fact may stand anywhere in the outcome; with several it must stand with the fact.
    const passage = facts.length === 1 || fact.kind === 'absence' ? plainText(text) : fact.quote
    const say = lacksReference(fact)
    return say === null || hasSource(text, passage) ? [] : [toFinding(issue, outcome, fact.quote, say)]
  })
}

function lacksReference(fact: OutcomeFact): ((words: FindingWords) => string) | null {
  if (fact.kind === 'completion') return null
  if (fact.kind === 'absence') return (words) => words.absenceWithoutSource
  const sides = fact.before === null ? [fact.after] : [fact.before, fact.after]
  return sides.some(({ of }) => of === null) ? (words) => words.scoreWithoutSource(scoreName(fact)) : null
}

const hasSource = (text: RichText, passage: string): boolean =>
  tellingWords.namedSource.test(passage) ||
  runsOf(text).some((run) => run.cites !== undefined && passage.includes(run.text))

const toFinding = (
  issue: Issue,
  outcome: Outcome,
  quote: string,
  say: (words: FindingWords) => string,
): Finding => ({
  code: 'outcome.without-citation',
  place: { issue: issue.number, measure: ownMeasure(outcome) },
  evidence: [quote],
  where: whereIs({ issue: issue.number, measure: ownMeasure(outcome), part: 'outcome' }),
  message: findingSentence(say),
})
