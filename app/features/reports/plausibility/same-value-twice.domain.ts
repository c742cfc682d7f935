import { compareDecimal, type DecimalText } from '../../../kernel/decimal.ts'
import { codeOf } from '../../../kernel/item-ref.ts'
import { foldText } from '../../../kernel/rich-text.ts'
import type { Measurement } from '../../improvement/index.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type FindingInput, type PlacedScore, scoresOf } from './finding-input.domain.ts'
import { tellingWords } from './telling-words.th.ts'

type PlacedValue = Readonly<{ year: number; value: DecimalText; of: Measurement['of']; score: PlacedScore }>

/**
 * One value under two or more labels in one year, across issues too: a copied cell, or one item under two names. 0 and 100
 * are the ends of the scale and are often reached twice, so they say nothing; a value without a label cannot stand under
 * another one.
 */
export function findSameValueTwice({ cycle }: FindingInput): Finding[] {
  const groups: PlacedValue[][] = []
  for (const value of valuesOf(scoresOf(cycle.issues).filter(hasLabel))) {
    const group = groups.find(([first]) => first !== undefined && isSameFigure(first, value))
    if (group) group.push(value)
    else groups.push([value])
  }
  return groups.filter((group) => new Set(group.map(labelOf)).size > 1).map(toFinding)
}

const valuesOf = (scores: readonly PlacedScore[]): PlacedValue[] =>
  scores.flatMap((score) =>
    [score.fact.before, score.fact.after].flatMap((measured) =>
      measured === null || measured.year === null || isEndOfScale(measured.value)
        ? []
        : [{ year: measured.year, value: measured.value, of: measured.of, score }],
    ),
  )

const hasLabel = ({ fact }: PlacedScore) => !tellingWords.noLabel.test(foldText(fact.label))

const isEndOfScale = (value: DecimalText) =>
  compareDecimal(value, '0') === 0 || compareDecimal(value, '100') === 0

const isSameFigure = (a: PlacedValue, b: PlacedValue) =>
  a.year === b.year && a.score.fact.unit === b.score.fact.unit && compareDecimal(a.value, b.value) === 0

const labelOf = ({ score }: PlacedValue) => foldText(score.fact.label)

function toFinding(group: readonly PlacedValue[]): Finding {
  const { year = 0, value = '', of = null } = group[0] ?? {}
  const issues = [...new Set(group.map(({ score }) => score.issue.number))]
  const sameItem = of !== null && group.every((each) => each.of === of)
  return {
    code: 'score.same-value-twice',
    place: { issue: issues[0] ?? null, measure: null },
    evidence: group.map(({ score }) => score.fact.quote),
    where: findingSentence((words) => words.issues(issues)),
    message: findingSentence((words) =>
      sameItem
        ? words.sameValueSameItem(value, year, codeOf(of))
        : words.sameValueTwice(value, year, group.length),
    ),
  }
}
