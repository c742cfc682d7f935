import type { Bilingual } from '../../i18n/language.ts'
import type { Cycle, Issue, Measure } from '../improvement/index.ts'
import type { CompletenessRule, ElementRule } from './completeness-rule.domain.ts'
import { outcomeJudgement } from './outcome-judgement.domain.ts'
import { periodJudgement } from './period-judgement.domain.ts'
import { verdictSentence } from './text/index.ts'
import { type JudgedPlace, type Judgement, textJudgement } from './text-judgement.domain.ts'
import type { ElementVerdict, Verdict } from './verdict.domain.ts'

/**
 * 100 when every element of every measure passes, else 0: an item that is incomplete or misses a condition scores nothing
 * (criteria of ITA 2568, O28). A report without issues, or an issue without measures, does not pass either.
 */
export function checkCompleteness({
  cycle,
  rule,
}: Readonly<{ cycle: Cycle; rule: CompletenessRule }>): Verdict {
  const elements =
    cycle.issues.length === 0 ? [noIssue()] : cycle.issues.flatMap((issue) => judgeIssue(issue, rule))
  return { item: rule.item, score: elements.every(({ passes }) => passes) ? 100 : 0, elements }
}

function judgeIssue(issue: Issue, rule: CompletenessRule): ElementVerdict[] {
  if (issue.measures.length === 0) return [noMeasure(issue)]
  return issue.measures.flatMap((measure) =>
    rule.elements.map((element) => ({
      issue: issue.number,
      measure: measure.number,
      element: element.key,
      ...judgeElement({ issue, measure, owner: ownerOf(measure) }, element, rule),
    })),
  )
}

function judgeElement(place: JudgedPlace, element: ElementRule, rule: CompletenessRule): Judgement {
  switch (element.key) {
    case 'measure':
      return textJudgement(place, element, place.measure.text)
    case 'summary':
      return textJudgement(place, element, place.measure.summary)
    case 'outcome':
      return outcomeJudgement(place, element)
    case 'period':
      return periodJudgement(place, element, rule)
  }
}

const noMeasure = (issue: Issue): ElementVerdict => ({
  issue: issue.number,
  measure: 0,
  element: 'measure',
  state: 'missing',
  passes: false,
  reason: verdictSentence((words) => words.noMeasure),
  remedy: verdictSentence((words) => words.addMeasure(issue.number)),
})

const noIssue = (): ElementVerdict => ({
  issue: 0,
  measure: 0,
  element: 'measure',
  state: 'missing',
  passes: false,
  reason: verdictSentence((words) => words.noIssue),
  remedy: verdictSentence((words) => words.addIssue),
})

/** The units as the report writes them; in words when nobody is named. */
const ownerOf = ({ owners }: Measure): Bilingual =>
  owners.state === 'value' && owners.value.written.trim() !== ''
    ? { th: owners.value.written, en: owners.value.written }
    : verdictSentence((words) => words.someOwner)
