import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { comparabilityOf } from '../comparability.domain.ts'
import { type FindingWords, findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type FindingInput, ownMeasure, type PlacedScore, scoresOf, whereIs } from './finding-input.domain.ts'

/**
 * Score pairs whose two sides ask different things, or of which nobody knows whether they ask the same. A pair that names
 * no item on one side is a matter of its source, which another rule asks for.
 */
export const findUncomparablePairs = ({ cycle, catalogue }: FindingInput): Finding[] =>
  scoresOf(cycle.issues).flatMap((score) => {
    const before = score.fact.before?.of ?? null
    const after = score.fact.after.of
    if (before === null || after === null) return []
    const comparable = comparabilityOf(catalogue, score.fact)
    return comparable === 'yes' ? [] : [toFinding(score, before, after, comparable)]
  })

function toFinding(
  { issue, outcome, fact }: PlacedScore,
  before: ItemRef,
  after: ItemRef,
  comparable: 'no' | 'unknown',
): Finding {
  return {
    code: comparable === 'no' ? 'score.not-comparable' : 'score.comparability-unknown',
    place: { issue: issue.number, measure: ownMeasure(outcome) },
    evidence: [fact.quote],
    where: whereIs({ issue: issue.number, measure: ownMeasure(outcome), part: 'outcome' }),
    message: findingSentence((words) => {
      const say = comparable === 'no' ? words.notComparable : words.comparabilityUnknown
      return say(fact.label, refWords(words, before), refWords(words, after))
    }),
  }
}

const refWords = (words: FindingWords, ref: ItemRef): string => {
  const code = codeOf(ref)
  return code.startsWith('ind')
    ? words.indicatorRef(code.slice('ind'.length), yearOf(ref))
    : words.ref(code, yearOf(ref))
}
