import { describe, expect, test } from 'vitest'
import type { ElementVerdict } from '../reports/index.ts'
import type { OpenFinding } from '../watch/index.ts'
import type { ElementAnswer, Fact, Required } from './disclosure.domain.ts'
import { scoreByReport, scoreItem, totalsOf } from './score.domain.ts'

const asks = (key: string): Required => ({ key, text: { th: key, en: key }, certainty: 'sourced' })
const REQUIRED = [asks('steps'), asks('time'), asks('fee')]
const FACT: Fact = {
  id: 'f',
  version: 1,
  kind: 'text',
  title: { th: 'ข้อเท็จจริง', en: null },
  words: 'มี',
  file: null,
  address: null,
  date: null,
}
const value = (key: string): ElementAnswer => ({ key, state: 'value', facts: [FACT], declared: null })
const none = (key: string): ElementAnswer => ({
  key,
  state: 'none',
  facts: [],
  declared: { text: 'ไม่มีค่าธรรมเนียม', byName: 'CSR', at: '2026-01-01T00:00:00Z' },
})
const WHOLE = [value('steps'), value('time'), none('fee')]
const finding = (given: Partial<OpenFinding>): OpenFinding => ({
  code: 'status.error',
  weight: 'fails',
  subject: '',
  detail: { status: '404' },
  address: 'https://ita.example.go.th/a',
  raisedAt: new Date(0),
  lastSeenAt: new Date(0),
  ...given,
})
const score = (answers: readonly ElementAnswer[], findings: readonly OpenFinding[] = []) =>
  scoreItem({ required: REQUIRED, answers, findings })

test('an item is 100 when every element is a value or declared none', () => {
  const judged = score(WHOLE)
  expect(judged.score).toBe(100)
  expect(judged.elements.map(({ state, passes }) => [state, passes])).toEqual([
    ['value', true],
    ['value', true],
    ['none', true],
  ])
})

test('removing any one element makes it 0, with the reason and the remedy at that element alone', () => {
  for (const missing of ['steps', 'time', 'fee']) {
    const judged = score(WHOLE.filter(({ key }) => key !== missing))
    expect(judged.score).toBe(0)
    const failing = judged.elements.filter(({ passes }) => !passes)
    expect(failing.map(({ key, state }) => [key, state])).toEqual([[missing, 'missing']])
    expect(failing[0]?.reason.th).toContain(missing)
    expect(failing[0]?.remedy).not.toBeNull()
  }
})

test('an empty cell never passes: a value without a fact, a declaration without words', () => {
  expect(score([{ ...value('steps'), facts: [] }, value('time'), none('fee')]).score).toBe(0)
  expect(score([value('steps'), value('time'), { ...none('fee'), declared: null }]).score).toBe(0)
})

test('what the watch found makes it 0: of an element at the element, of the address at the item', () => {
  const dead = score(WHOLE, [finding({})])
  expect(dead.score).toBe(0)
  expect(dead.faults[0]?.en).toContain('404')
  expect(dead.elements.every(({ passes }) => passes)).toBe(true)
  const unseen = score(WHOLE, [
    finding({
      code: 'element.missing',
      subject: 'time',
      detail: { 'label.th': 'ระยะเวลา', 'label.en': 'Time' },
    }),
  ])
  expect(unseen.score).toBe(0)
  expect(unseen.elements.find(({ key }) => key === 'time')).toMatchObject({ passes: false, state: 'value' })
})

test('what only warns takes nothing away', () => {
  expect(score(WHOLE, [finding({ weight: 'warns', code: 'title.missing' })]).score).toBe(100)
})

test('an indicator is the mean of its items and OIT the mean of its indicators, nothing rounded between', () => {
  const group = (number: string, ...scores: (0 | 100)[]) => ({
    number,
    title: { th: number, en: number },
    items: scores.map((of) => ({ score: { score: of } })),
  })
  const totals = totalsOf([group('9.1', 100, 100, 0), group('9.2', 100), group('10.1', 0)], {
    rule: 'mean-of-means',
    decimals: 2,
  })
  expect(totals?.indicators).toEqual([
    { number: '9', value: '75.00', n: 4 },
    { number: '10', value: '0.00', n: 1 },
  ])
  expect(totals?.instrument).toEqual({ value: '37.50', n: 5 })
  expect(totals?.subs.map(({ value }) => value)).toEqual(['66.67', '100.00', '0.00'])
  expect(totalsOf([], { rule: 'another', decimals: 2 })).toBeNull()
})

describe('an item that a report answers', () => {
  const cell = (given: Partial<ElementVerdict> = {}): ElementVerdict => ({
    issue: 1,
    measure: 1,
    element: 'measure',
    state: 'value',
    passes: true,
    reason: { th: 'มีข้อมูล', en: 'Given' },
    remedy: null,
    ...given,
  })
  const failing = (given: Partial<ElementVerdict>): ElementVerdict =>
    cell({
      state: 'missing',
      passes: false,
      reason: { th: 'ว่างในมาตรการที่ 2', en: 'Empty in measure 2' },
      remedy: { th: 'โปรดเพิ่ม', en: 'Add it' },
      ...given,
    })
  const KEYS = ['measure', 'summary', 'outcome', 'period'] as const
  const FULL = KEYS.flatMap((element) => [cell({ element }), cell({ element, measure: 2 })])
  const byReport = (elements: readonly ElementVerdict[] | null, findings: readonly OpenFinding[] = []) =>
    scoreByReport({ required: KEYS.map(asks), verdict: elements && { elements }, findings })

  test('is 100 where every cell of every element passes', () => {
    const { score: judged, elements, faults } = byReport(FULL)
    expect([judged, faults]).toEqual([100, []])
    expect(elements.map(({ key, state, passes }) => [key, state, passes])).toEqual(
      KEYS.map((key) => [key, 'value', true]),
    )
  })

  test('without a published report is 0: every element is missing, and it is the report that is asked for', () => {
    const { score: judged, elements, faults } = byReport(null)
    expect([judged, faults.length]).toEqual([0, KEYS.length])
    for (const { state, passes, reason, remedy } of elements) {
      expect([state, passes]).toEqual(['missing', false])
      expect(reason.en).toBe('No published report answers this item yet')
      expect(remedy?.en).toBe('Make and publish the report that answers this item')
    }
  })

  test('is 0 where one cell of one measure does not pass, with the reason and remedy of that cell at its element alone', () => {
    for (const key of KEYS) {
      const { score: judged, elements, faults } = byReport([...FULL, failing({ element: key, measure: 3 })])
      expect([judged, faults]).toEqual([0, [{ th: 'ว่างในมาตรการที่ 2', en: 'Empty in measure 2' }]])
      expect(elements.filter(({ passes }) => !passes)).toEqual([
        {
          ...asks(key),
          state: 'missing',
          passes: false,
          reason: { th: 'ว่างในมาตรการที่ 2', en: 'Empty in measure 2' },
          remedy: { th: 'โปรดเพิ่ม', en: 'Add it' },
        },
      ])
    }
  })

  test('an element of which the report has no cell at all is missing, whatever the others are', () => {
    const { score: judged, elements } = byReport(FULL.filter(({ element }) => element !== 'period'))
    expect(judged).toBe(0)
    expect(elements.find(({ key }) => key === 'period')).toMatchObject({ state: 'missing', passes: false })
    expect(byReport([]).elements.every(({ state }) => state === 'missing')).toBe(true)
  })

  test('an element is declared none where all of its cells are; where one holds something it is a value', () => {
    const none = (measure: number) => cell({ element: 'outcome', measure, state: 'none' })
    const others = FULL.filter(({ element }) => element !== 'outcome')
    const outcome = (cells: readonly ElementVerdict[]) => {
      const judged = byReport([...others, ...cells])
      return [judged.score, judged.elements.find(({ key }) => key === 'outcome')?.state]
    }
    expect(outcome([none(1), none(2)])).toEqual([100, 'none'])
    expect(outcome([none(1), cell({ element: 'outcome', measure: 2 })])).toEqual([100, 'value'])
  })

  test('words that several measures share are a value, and do not pass where the rule says so', () => {
    const { elements } = byReport([...FULL, failing({ element: 'outcome', measure: 3, state: 'shared' })])
    expect(elements.find(({ key }) => key === 'outcome')).toMatchObject({ state: 'value', passes: false })
  })

  test('what the watch finds at the page of the report makes it 0 as well: of an element there, of the page at the item', () => {
    const dead = byReport(FULL, [finding({})])
    expect(dead.score).toBe(0)
    expect(dead.elements.every(({ passes }) => passes)).toBe(true)
    const unseen = byReport(FULL, [
      finding({
        code: 'element.missing',
        subject: 'period',
        detail: { 'label.th': 'ระยะเวลา', 'label.en': 'Time' },
      }),
    ])
    expect(unseen.elements.filter(({ passes }) => !passes).map(({ key }) => key)).toEqual(['period'])
    expect(unseen.faults).toHaveLength(1)
    expect(byReport(FULL, [finding({ weight: 'warns', code: 'title.missing' })]).score).toBe(100)
  })

  test('an element that is missing and was not seen either is said once', () => {
    const gone = finding({ code: 'element.missing', subject: 'period', detail: {} })
    const { score: judged, faults } = byReport([...FULL, failing({ element: 'period', measure: 3 })], [gone])
    expect([judged, faults]).toEqual([0, [{ th: 'ว่างในมาตรการที่ 2', en: 'Empty in measure 2' }]])
  })

  test('a cell of an element that the item does not ask for decides nothing', () => {
    const judged = scoreByReport({
      required: [asks('measure')],
      verdict: { elements: [cell(), failing({ element: 'period' })] },
      findings: [],
    })
    expect(judged.score).toBe(100)
  })
})
