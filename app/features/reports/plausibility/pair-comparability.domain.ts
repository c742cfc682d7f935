import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { type CrosswalkPair, relationBetween } from '../../catalogue/index.ts'
import { scoreName } from '../../improvement/index.ts'
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
    const relation = relationBetween(catalogue, before, after)
    return relation?.comparable === 'yes' ? [] : [toFinding(score, before, after, relation)]
  })

function toFinding(
  { issue, outcome, fact }: PlacedScore,
  before: ItemRef,
  after: ItemRef,
  relation: CrosswalkPair | null,
): Finding {
  const asksOther = relation?.comparable === 'no'
  return {
    code: asksOther ? 'score.not-comparable' : 'score.comparability-unknown',
    place: { issue: issue.number, measure: ownMeasure(outcome) },
    evidence: [fact.quote],
    where: whereIs({ issue: issue.number, measure: ownMeasure(outcome), part: 'outcome' }),
    message: findingSentence((words) => {
      const [from, to] = [refWords(words, before), refWords(words, after)]
      return asksOther
        ? words.notComparable(scoreName(fact), from, to, relation.certainty === 'sourced')
        : words.comparabilityUnknown(scoreName(fact), from, to)
    }),
  }
}

const refWords = (words: FindingWords, ref: ItemRef): string => {
  const code = codeOf(ref)
  return code.startsWith('ind')
    ? words.indicatorRef(code.slice('ind'.length), yearOf(ref))
    : words.ref(code, yearOf(ref))
}
