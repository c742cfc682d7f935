import { describe, expect, test } from 'vitest'
import { exampleCycle } from '../../../tests/support/example-cycle.ts'
import { aValue, missing } from '../../kernel/field.ts'
import { plain } from '../../kernel/rich-text.ts'
import type { Cycle, Issue, Measure } from '../improvement/index.ts'
import { checkCompleteness } from './completeness.domain.ts'
import { loadCompletenessRules } from './completeness-rules.server.ts'

const example = exampleCycle()
const rule = loadCompletenessRules().get(example.answers)!
const check = (cycle: Cycle) => checkCompleteness({ cycle, rule })
const failing = (cycle: Cycle) =>
  check(cycle)
    .elements.filter(({ passes }) => !passes)
    .map(({ issue, measure, element }) => `${issue}.${measure} ${element}`)

const changeIssue = (number: number, change: (issue: Issue) => Issue): Cycle => ({
  ...example,
  issues: example.issues.map((issue) => (issue.number === number ? change(issue) : issue)),
})
const changeMeasure = (issue: number, number: number, change: Partial<Measure>): Cycle =>
  changeIssue(issue, (given) => ({
    ...given,
    measures: given.measures.map((measure) =>
      measure.number === number ? { ...measure, ...change } : measure,
    ),
  }))

test('the example scores 100 with ten measures of four elements, three outcomes shared', () => {
  const { score, elements } = check(example)
  expect(score).toBe(100)
  expect(elements).toHaveLength(40)
  expect(
    elements.filter(({ state }) => state === 'shared').map(({ issue, measure }) => [issue, measure]),
  ).toEqual([
    [1, 2],
    [7, 2],
    [7, 3],
  ])
})

const measures = example.issues.flatMap((issue) =>
  issue.measures.map((measure) => [issue.number, measure.number] as const),
)

describe.each(measures)('removing an element of issue %i, measure %i of the example', (issue, measure) => {
  const none = { state: 'none', declaredBy: 'สพร.', declaredOn: '2024-09-30' } as const

  test.each([
    ['text', 'measure'],
    ['summary', 'summary'],
  ] as const)('its %s, however it is left out, scores 0 and names the %s alone', (part, element) => {
    for (const field of [missing, none, aValue(plain(' - ')), aValue([])]) {
      const cycle = changeMeasure(issue, measure, { [part]: field })
      expect(check(cycle).score).toBe(0)
      expect(failing(cycle)).toEqual([`${issue}.${measure} ${element}`])
    }
  })

  test('its period scores 0 and names the period alone', () => {
    const lastYear = aValue({ written: 'ม.ค. – มี.ค. 66', start: '2023-01-01', end: '2023-03-31' })
    for (const period of [missing, none, lastYear]) {
      const cycle = changeMeasure(issue, measure, { period })
      expect(check(cycle).score).toBe(0)
      expect(failing(cycle)).toEqual([`${issue}.${measure} period`])
    }
  })

  test('the covering of it by its outcome scores 0 and names its outcome alone', () => {
    const cycle = changeIssue(issue, (given) => ({
      ...given,
      outcomes: given.outcomes.map((outcome) => ({
        ...outcome,
        covers: outcome.covers.filter((number) => number !== measure),
      })),
    }))
    expect(check(cycle).score).toBe(0)
    expect(failing(cycle)).toEqual([`${issue}.${measure} outcome`])
  })
})

test.each(example.issues.map((issue) => [issue.number]))(
  'removing the outcome of issue %i scores 0 and names the outcome of exactly the measures it covered',
  (number) => {
    const covered = example.issues.find((issue) => issue.number === number)!.outcomes[0]!.covers
    for (const text of [missing, aValue(plain('–'))]) {
      const cycle = changeIssue(number, (issue) => ({
        ...issue,
        outcomes: issue.outcomes.map((outcome) => ({ ...outcome, text })),
      }))
      expect(check(cycle).score).toBe(0)
      expect(failing(cycle)).toEqual(covered.map((measure) => `${number}.${measure} outcome`))
    }
  },
)

test.each(example.issues.map((issue) => [issue.number]))(
  'removing all measures of issue %i scores 0 and names the issue',
  (number) => {
    expect(failing(changeIssue(number, (issue) => ({ ...issue, measures: [] })))).toEqual([
      `${number}.0 measure`,
    ])
  },
)
