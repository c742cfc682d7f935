import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cycle as anyCycle } from '../../../tests/support/cycle-arbitraries.ts'
import { aCycle, aMeasure, anIssue, anOutcome, aPeriod } from '../../../tests/support/cycle-builders.ts'
import { aValue, missing } from '../../kernel/field.ts'
import { itemRef } from '../../kernel/item-ref.ts'
import { plain } from '../../kernel/rich-text.ts'
import type { Cycle, Issue, Measure } from '../improvement/index.ts'
import { checkCompleteness } from './completeness.domain.ts'
import type { CompletenessRule, YearRule } from './completeness-rule.domain.ts'
import { loadCompletenessRules } from './completeness-rules.server.ts'
import type { ElementKey } from './verdict.domain.ts'

const rule = loadCompletenessRules().get(itemRef(2568, 'O28'))!
const check = (cycle: Cycle, by: CompletenessRule = rule) => checkCompleteness({ cycle, rule: by })
const withIssue = (issue: Partial<Issue>) => aCycle({ issues: [anIssue(issue)] })
const withMeasure = (measure: Partial<Measure>) => withIssue({ measures: [aMeasure(measure)] })
const failing = (cycle: Cycle) =>
  check(cycle)
    .elements.filter(({ passes }) => !passes)
    .map(({ issue, measure, element, state }) => ({ issue, measure, element, state }))
const declaredNone = { state: 'none', declaredBy: 'CSR', declaredOn: '2024-09-30' } as const
const allowing = (key: ElementKey): CompletenessRule => ({
  ...rule,
  elements: rule.elements.map((element) =>
    element.key === key
      ? { ...element, mayBeDeclaredNone: { ...element.mayBeDeclaredNone, allowed: true } }
      : element,
  ),
})

test('a complete cycle scores 100 and every element says why it passes', () => {
  const verdict = check(aCycle())
  expect(verdict).toMatchObject({ item: '2568:O28', score: 100 })
  expect(verdict.elements.map(({ element, state }) => [element, state])).toEqual([
    ['measure', 'value'],
    ['summary', 'value'],
    ['outcome', 'value'],
    ['period', 'value'],
  ])
  expect(verdict.elements.map(({ remedy }) => remedy)).toEqual([null, null, null, null])
})

test('one missing summary scores 0, names the measure, and asks its responsible unit', () => {
  const verdict = check(withMeasure({ summary: missing }))
  expect(verdict.score).toBe(0)
  const [failed] = verdict.elements.filter(({ passes }) => !passes)
  expect(failed).toMatchObject({ issue: 1, measure: 1, element: 'summary', state: 'missing' })
  expect(failed?.remedy?.th).toBe('ขอให้ Risk section (CSR) ระบุสรุปผลการดำเนินการของมาตรการที่ 1 ในประเด็นที่ 1')
  expect(failed?.remedy?.en).toBe(
    'Ask Risk section (CSR) to state the summary of the work of measure 1 in issue 1',
  )
})

test('without a named owner the remedy asks the responsible unit', () => {
  const verdict = check(withMeasure({ text: missing, owners: missing }))
  expect(verdict.elements.find(({ passes }) => !passes)?.remedy?.th).toContain('หน่วยงานผู้รับผิดชอบ')
})

test.each([
  ...['', ' ', '-', ' – ', '…', '- -', '\u200b', '/', '?', '\u00ad', '\u2800', '\u3164'],
  ...['ไม่มี', '- ไม่มี -', '(ไม่มี)', 'ไม่ระบุ', 'N/A', 'NA', 'none', 'Nil.', 'xxx', '0', '1.', '๑)'],
])('a cell that holds only %j is missing', (text) => {
  expect(failing(withMeasure({ text: aValue(plain(text)) }))).toEqual([
    { issue: 1, measure: 1, element: 'measure', state: 'missing' },
  ])
})

test.each(['ไม่มีเรื่องร้องเรียนการทุจริต', 'ไม่มีการดำเนินการ', 'อยู่ระหว่างดำเนินการ', 'ร้อยละ 100', '85.6', 'X'])(
  'a cell that says %j is a value',
  (text) => {
    expect(failing(withMeasure({ summary: aValue(plain(text)) }))).toEqual([])
  },
)

test('a bare “none” is quoted, and may be declared with who and when only where the rule accepts that', () => {
  const cycle = withMeasure({ summary: aValue(plain('- ไม่มี -')) })
  const summary = (by: CompletenessRule) =>
    check(cycle, by).elements.find(({ element }) => element === 'summary')
  expect(summary(rule)?.reason.en).toContain('only “- ไม่มี -”, which neither states anything nor declares')
  expect(summary(rule)?.remedy?.en).not.toContain('who says it and when')
  expect(summary(allowing('summary'))).toMatchObject({ state: 'missing', passes: false })
  expect(summary(allowing('summary'))?.remedy?.en).toContain('to declare so with who says it and when')
})

test('a cell of very many marks is judged at once', () => {
  const marks = '.'.repeat(200_000)
  const before = performance.now()
  expect(failing(withMeasure({ summary: aValue(plain(`${marks}a${marks}b`)) }))).toEqual([])
  expect(performance.now() - before).toBeLessThan(2000)
})

describe('declared none', () => {
  test('does not pass for 2568:O28, and says that the element must be shown', () => {
    const verdict = check(withMeasure({ summary: declaredNone }))
    expect(verdict.score).toBe(0)
    expect(verdict.elements[1]).toMatchObject({ state: 'none', passes: false })
    expect(verdict.elements[1]?.reason.th).toContain('30 กันยายน 2567')
    expect(verdict.elements[1]?.remedy?.en).toContain('instead of declaring none')
  })

  test.each<[ElementKey, Cycle]>([
    ['measure', withMeasure({ text: declaredNone })],
    ['summary', withMeasure({ summary: declaredNone })],
    ['outcome', withIssue({ outcomes: [anOutcome({ text: declaredNone })] })],
    ['period', withMeasure({ period: declaredNone })],
  ])('passes for the %s where a rule allows it', (key, cycle) => {
    expect(check(cycle).score).toBe(0)
    const verdict = check(cycle, allowing(key))
    expect(verdict.score).toBe(100)
    expect(verdict.elements.find(({ element }) => element === key)).toMatchObject({
      state: 'none',
      remedy: null,
    })
  })
})

describe('shared outcomes', () => {
  const measures = [aMeasure(), aMeasure({ number: 2 }), aMeasure({ number: 3 })]

  test('an outcome passes its own row as value and the other rows it covers as shared', () => {
    const verdict = check(withIssue({ measures, outcomes: [anOutcome({ covers: [1, 2, 3] })] }))
    expect(verdict.score).toBe(100)
    const outcomes = verdict.elements.filter(({ element }) => element === 'outcome')
    expect(outcomes.map(({ state }) => state)).toEqual(['value', 'shared', 'shared'])
    expect(outcomes[2]?.reason.en).toBe('Covered by the outcome printed with measure 1 of the same issue')
  })

  test('a measure that no outcome covers fails alone', () => {
    expect(failing(withIssue({ measures, outcomes: [anOutcome({ covers: [1, 3] })] }))).toEqual([
      { issue: 1, measure: 2, element: 'outcome', state: 'missing' },
    ])
  })

  test('a blank outcome does not stand in the way of another one that covers the measure', () => {
    const outcomes = [anOutcome({ text: aValue(plain('-')) }), anOutcome()]
    expect(check(withIssue({ outcomes })).score).toBe(100)
  })
})

describe('the period', () => {
  const judge = (start: string, end: string) =>
    check(withMeasure({ period: aValue(aPeriod(start, end)) })).elements.find(
      ({ element }) => element === 'period',
    )

  test.each([
    ['2023-10-01', '2024-09-30', 'lies within fiscal year B.E. 2567'],
    ['2024-01-01', '2024-12-31', 'lies within calendar year B.E. 2567, though not wholly within fiscal year'],
    ['2024-10-01', '2024-12-31', 'lies within calendar year B.E. 2567'],
  ])('%s to %s passes and says by which reading of the year', (start, end, reason) => {
    expect(judge(start, end)).toMatchObject({ state: 'value', passes: true, remedy: null })
    expect(judge(start, end)?.reason.en).toContain(reason)
  })

  test('a period that only partly falls into the year passes with the advice to say which part', () => {
    expect(judge('2023-06-01', '2023-10-01')).toMatchObject({ passes: true })
    expect(judge('2023-06-01', '2023-10-01')?.remedy?.en).toContain('which part was done in B.E. 2567')
  })

  test.each([
    ['2023-09-01', '2023-09-30'],
    ['2025-01-01', '2025-01-01'],
  ])('%s to %s lies outside both readings of 2567 and fails', (start, end) => {
    expect(judge(start, end)).toMatchObject({ state: 'value', passes: false })
    expect(judge(start, end)?.reason.en).toContain('does not lie in fiscal or calendar year B.E. 2567')
  })

  test.each<[YearRule['readings'], YearRule['mustLie'], [string, string], boolean, string]>([
    [['fiscal'], 'touch', ['2024-10-01', '2024-12-31'], false, 'does not lie in fiscal year B.E. 2567'],
    [['calendar'], 'touch', ['2023-11-01', '2024-01-31'], true, 'only partly in the year'],
    [['fiscal', 'calendar'], 'within', ['2024-10-01', '2024-12-31'], true, 'lies within calendar year'],
    [
      ['fiscal', 'calendar'],
      'within',
      ['2023-09-01', '2024-01-31'],
      false,
      'not lie wholly in fiscal or calendar',
    ],
  ])(
    'a rule that reads the year as %j and asks for %s: %j passes is %s',
    (readings, mustLie, [start, end], passes, reason) => {
      const by = { ...rule, year: { ...rule.year, readings, mustLie } }
      const [, , , period] = check(withMeasure({ period: aValue(aPeriod(start, end)) }), by).elements
      expect(period).toMatchObject({ element: 'period', passes })
      expect(period?.reason.en).toContain(reason)
    },
  )

  test('a missing period fails', () => {
    expect(failing(withMeasure({ period: missing }))).toEqual([
      { issue: 1, measure: 1, element: 'period', state: 'missing' },
    ])
  })
})

test('an issue without measures fails as measure 0, a report without issues as issue 0', () => {
  expect(failing(withIssue({ measures: [], outcomes: [] }))).toEqual([
    { issue: 1, measure: 0, element: 'measure', state: 'missing' },
  ])
  expect(failing(aCycle({ issues: [] }))).toEqual([
    { issue: 0, measure: 0, element: 'measure', state: 'missing' },
  ])
})

test('whatever the cycle: 100 exactly when all pass, four elements a measure, and a remedy for each failure', () => {
  fc.assert(
    fc.property(anyCycle, (cycle) => {
      const { score, elements } = check(cycle)
      expect(score === 100).toBe(elements.every(({ passes }) => passes))
      const expected = cycle.issues.reduce((sum, { measures }) => sum + (measures.length * 4 || 1), 0)
      expect(elements).toHaveLength(expected || 1)
      for (const { passes, reason, remedy } of elements) {
        expect(reason.th && reason.en).not.toBe('')
        if (!passes) expect(remedy?.th && remedy.en).toBeTruthy()
      }
    }),
  )
})
