import type { Outcome } from '../improvement/index.ts'
import { isBlank } from './blank.domain.ts'
import type { ElementRule } from './completeness-rule.domain.ts'
import { verdictSentence } from './text/index.ts'
import { declaredNone, type JudgedPlace, type Judgement, missingElement } from './text-judgement.domain.ts'

/**
 * Outcomes belong to the issue. A measure passes by any outcome that covers it and says something: as `value` in the row
 * where that outcome is printed, as `shared` in the other rows it covers.
 */
export function outcomeJudgement(place: JudgedPlace, element: ElementRule): Judgement {
  const { issue, measure } = place
  const covering = issue.outcomes.filter(({ covers }) => covers.includes(measure.number))
  const filled = covering.filter(saysSomething)
  const rows = filled.map((outcome) => printedRow(place, outcome))
  if (rows.includes(measure.number))
    return {
      state: 'value',
      passes: true,
      reason: verdictSentence((words) => words.hasValue(words.element.outcome)),
      remedy: null,
    }
  const [row] = rows
  if (row !== undefined)
    return {
      state: 'shared',
      passes: true,
      reason: verdictSentence((words) => words.isShared(row)),
      remedy: null,
    }
  const declared = covering.map(({ text }) => text).find((text) => text.state === 'none')
  if (declared) return declaredNone(place, element, declared)
  const filler = covering.map(({ text }) => text).find((text) => text.state === 'value')
  return missingElement(place, element, filler?.value ?? null)
}

const saysSomething = ({ text }: Outcome): boolean => text.state === 'value' && !isBlank(text.value)

/** The first row of the table that an outcome covers: where it is printed. */
const printedRow = ({ issue, measure }: JudgedPlace, { covers }: Outcome): number =>
  issue.measures.find(({ number }) => covers.includes(number))?.number ?? measure.number
