import { expect, test } from 'vitest'
import type { OpenFinding } from '../watch/index.ts'
import type { ElementAnswer, Fact, Required } from './disclosure.domain.ts'
import { scoreItem, totalsOf } from './score.domain.ts'

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
