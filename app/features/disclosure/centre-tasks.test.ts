import { expect, test } from 'vitest'
import { itemRef } from '../../kernel/item-ref.ts'
import type { OpenFinding } from '../watch/index.ts'
import { isShown, itemTasks, missingOf, readRowFilter } from './centre-tasks.domain.ts'
import type { ElementJudged } from './disclosure.domain.ts'
import type { ItemRow } from './item-work.domain.ts'

const said = { th: 'ก', en: 'a' }
const element = (state: ElementJudged['state']): ElementJudged => ({
  key: state,
  text: said,
  certainty: 'sourced',
  state,
  passes: state !== 'missing',
  reason: said,
  remedy: null,
})
const NEWEST = {
  version: 1,
  contentHash: 'a'.repeat(64),
  publishedAt: new Date('2026-03-01T02:00:00Z'),
  publishedByName: 'สมชาย',
  publicationId: null,
  withdrawn: null,
}
const FINDING: OpenFinding = {
  code: 'status.error',
  weight: 'fails',
  subject: '',
  detail: {},
  address: 'https://example.go.th/a',
  raisedAt: new Date('2026-03-01T02:00:00Z'),
  lastSeenAt: new Date('2026-03-01T02:00:00Z'),
}
/** Whole, public and unchanged, but for what is given. */
const row = (given: Partial<ItemRow>): ItemRow => ({
  ref: itemRef(2568, 'O1'),
  code: 'O1',
  title: said,
  certainty: 'sourced',
  unit: null,
  dueOn: null,
  version: 0,
  score: { score: 100, elements: [element('value')], faults: [] },
  required: 1,
  missing: 0,
  findings: [],
  isByReport: false,
  newest: NEWEST,
  isChanged: false,
  ...given,
})
const lacking = { score: 0, elements: [element('missing'), element('value')], faults: [said] } as const
const failing = { score: 0, elements: [element('value')], faults: [said] } as const
const TODAY = '2026-03-10'
const kindsOf = (rows: readonly ItemRow[], mayPublish = true) =>
  itemTasks(rows, { today: TODAY, mayPublish }).map(({ kind }) => kind)

test('an item that is whole, public and unchanged asks for nothing', () => {
  expect(kindsOf([row({})])).toEqual([])
})

test('what is missing is late once its day is past, not on the day itself', () => {
  expect(kindsOf([row({ score: lacking, dueOn: TODAY })])).toEqual(['missing'])
  expect(kindsOf([row({ score: lacking, dueOn: '2026-03-09' })])).toEqual(['late'])
})

test('what an assessor would fail comes first, then what is late, then what is missing by day', () => {
  const tasks = itemTasks(
    [
      row({ code: 'O4', newest: null }),
      row({ code: 'O3', score: lacking, dueOn: '2026-04-02' }),
      row({ code: 'O2', score: lacking, dueOn: '2026-04-01' }),
      row({ code: 'O1', score: lacking, dueOn: '2026-03-01' }),
      row({ code: 'O5', score: failing, findings: [FINDING] }),
    ],
    { today: TODAY, mayPublish: true },
  )
  expect(tasks.map(({ row: { code } }) => code)).toEqual(['O5', 'O1', 'O2', 'O3', 'O4'])
})

test('publishing is asked of those alone who may publish', () => {
  const rows = [row({ newest: null }), row({ isChanged: true })]
  expect(kindsOf(rows)).toEqual(['changed', 'publish'])
  expect(kindsOf(rows, false)).toEqual([])
})

test('nobody is asked to publish an item that a report answers', () => {
  expect(kindsOf([row({ isByReport: true, newest: null })])).toEqual([])
})

test('a finding that only warns makes no task', () => {
  expect(kindsOf([row({ findings: [{ ...FINDING, weight: 'warns' }] })])).toEqual([])
})

test('elements that fail without being missing are not counted as missing', () => {
  expect(missingOf(row({ score: lacking }))).toBe(1)
  expect(missingOf(row({ score: failing }))).toBe(0)
})

test('items are narrowed by what stands in the address; what is unknown narrows nothing', () => {
  const own = row({ unit: { id: 'u1', name: { th: 'ฝ่ายแผน', en: null } } })
  expect(readRowFilter('nonsense')).toBe('all')
  expect(isShown(own, readRowFilter('mine'), ['u1'])).toBe(true)
  expect(isShown(own, 'mine', ['u2'])).toBe(false)
  expect(isShown(own, 'unowned', [])).toBe(false)
  expect(isShown(row({ score: lacking }), 'missing', [])).toBe(true)
  expect(isShown(row({ score: failing }), 'zero', [])).toBe(true)
  expect(isShown(row({ findings: [FINDING] }), 'watch', [])).toBe(true)
  expect(isShown(row({}), 'changed', [])).toBe(false)
})
