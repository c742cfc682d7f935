import { expect, test } from 'vitest'
import { aCatalogue } from '../../../../tests/support/catalogue-builders.ts'
import { aCycle } from '../../../../tests/support/cycle-builders.ts'
import { found } from '../../../../tests/support/finding-places.ts'
import { itemRef } from '../../../kernel/item-ref.ts'
import { plain } from '../../../kernel/rich-text.ts'
import type { Cycle } from '../../improvement/index.ts'

const judge = (cycle: Cycle, item = cycle.answers) => found('report', cycle, aCatalogue(), [], item)

test('a report of the year that its item asks about is no finding', () => {
  expect(judge(aCycle())).toEqual([])
})

test('judged by another item than it answers, and so by another year, it is asked about', () => {
  expect(judge(aCycle(), itemRef(2569, 'O26'))).toEqual(['-.- report.other-item', '-.- report.other-year'])
})

test('a cycle of another fiscal year than its own item asks about is asked about', () => {
  expect(judge(aCycle({ fiscalYear: 2568 }))).toEqual(['-.- report.other-year'])
})

test('an item without a rule says nothing about its year', () => {
  expect(judge(aCycle({ answers: itemRef(2569, 'O1') }))).toEqual([])
})

test.each([
  ['มีรายละเอียดทั้งสิ้น 7 ประเด็น', null],
  ['ไม่ระบุจำนวน', 'ผลการวิเคราะห์ จำนวน ๗ ประเด็น ประกอบด้วย'],
])('“%s” and the heading “%s” announce seven issues, the cycle has one', (background, issuesHeading) => {
  const cycle = aCycle({ background: plain(background) })
  expect(judge({ ...cycle, cover: { ...cycle.cover, issuesHeading } })).toEqual(['-.- report.issue-count'])
})

test.each(['มีรายละเอียดทั้งสิ้น 1 ประเด็น', 'ประเด็นที่ 7', 'ต้องปรับปรุงใน 3 ประเด็น'])(
  '“%s” is no other count',
  (text) => {
    expect(judge(aCycle({ background: plain(text) }))).toEqual([])
  },
)
