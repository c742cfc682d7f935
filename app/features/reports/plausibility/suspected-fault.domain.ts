import type { Field } from '../../../kernel/field.ts'
import { foldText, plainText, type RichText } from '../../../kernel/rich-text.ts'
import type { Cycle, Issue, Measure } from '../../improvement/index.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type FindingInput, type Spot, whereIs } from './finding-input.domain.ts'

type Passage = Spot & Readonly<{ text: string }>

/** Suspected faults of the text, each placed where its words stand; the same words twice are two places. */
export function findSuspectedFaults({ cycle, suspectedFaults }: FindingInput): Finding[] {
  const passages = passagesOf(cycle)
  const seen = new Map<string, number>()
  return suspectedFaults.map(({ text, suspect }) => {
    const nth = seen.get(text) ?? 0
    seen.set(text, nth + 1)
    const spot = spotOf(passages, text, nth)
    return {
      code: 'text.suspected-fault',
      place: { issue: spot.issue, measure: spot.measure ?? null },
      evidence: [text],
      where: whereIs(spot),
      message: findingSentence((words) => words.suspectedFault(text, suspect)),
    }
  })
}

function spotOf(passages: readonly Passage[], text: string, nth: number): Spot {
  const wanted = foldText(text)
  const holding = passages.filter((passage) => passage.text.includes(wanted))
  return holding[nth] ?? holding.at(-1) ?? { issue: null }
}

/** Everything a reader reads, in reading order. */
const passagesOf = (cycle: Cycle): Passage[] => [
  { issue: null, part: 'background', text: folded(cycle.background) },
  ...cycle.issues.flatMap(passagesOfIssue),
]

const passagesOfIssue = (issue: Issue): Passage[] => [
  { issue: issue.number, part: 'title', text: foldText(issue.title) },
  { issue: issue.number, part: 'analysis', text: folded(issue.analysis) },
  ...issue.limitations.map(
    (text): Passage => ({ issue: issue.number, part: 'limitations', text: folded(text) }),
  ),
  ...issue.measures.flatMap((measure) => passagesOfMeasure(issue, measure)),
]

function passagesOfMeasure(issue: Issue, measure: Measure): Passage[] {
  const spot = { issue: issue.number, measure: measure.number }
  const { owners, text, summary } = measure
  const printed = issue.outcomes.filter(
    ({ covers }) => issue.measures.find(({ number }) => covers.includes(number)) === measure,
  )
  return [
    { ...spot, part: 'text', text: fieldText(text) },
    { ...spot, part: 'owners', text: owners.state === 'value' ? foldText(owners.value.written) : '' },
    { ...spot, part: 'summary', text: fieldText(summary) },
    ...printed.map((outcome): Passage => ({ ...spot, part: 'outcome', text: fieldText(outcome.text) })),
  ]
}

const folded = (text: RichText) => foldText(plainText(text))
const fieldText = (field: Field<RichText>) => (field.state === 'value' ? folded(field.value) : '')
