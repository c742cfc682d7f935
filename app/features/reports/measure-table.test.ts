import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cycle as anyCycle } from '../../../tests/support/cycle-arbitraries.ts'
import { aMeasure, anIssue, anOutcome } from '../../../tests/support/cycle-builders.ts'
import { aValue, missing } from '../../kernel/field.ts'
import { plain, plainText } from '../../kernel/rich-text.ts'
import type { Outcome } from '../improvement/index.ts'
import { measureTable } from './measure-table.domain.ts'

const three = [aMeasure(), aMeasure({ number: 2 }), aMeasure({ number: 3 })]
const outcome = (text: string, ...covers: number[]): Outcome =>
  anOutcome({ covers, text: aValue(plain(text)) })
const outcomesOf = (...outcomes: Outcome[]) =>
  measureTable(anIssue({ measures: three, outcomes }), 'en').rows.map(
    (row) => [row.outcome && plainText(row.outcome.text), row.outcomeRows] as const,
  )

test('the five columns have the names of the form, in any language', () => {
  expect(measureTable(anIssue(), 'en').head).toEqual([
    'มาตรการ/ขั้นตอน/วิธีการปฏิบัติ',
    'ระยะเวลาดำเนินการ',
    'ผู้รับผิดชอบ',
    'สรุปผลการดำเนินงาน',
    'ผลลัพธ์หรือความสำเร็จของการดำเนินการ',
  ])
})

test('the printed number stands before the measure’s text', () => {
  const { rows } = measureTable(anIssue({ measures: [aMeasure({ printedNumber: '1.' })] }), 'th')
  expect(plainText(rows[0]!.text.text)).toBe('1. Publish the service manual')
})

test('an empty cell and one declared none say so in the language of the page', () => {
  const none = { state: 'none', declaredBy: 'CSR', declaredOn: '2024-03-13' } as const
  const issue = anIssue({ measures: [aMeasure({ summary: missing, period: none })] })
  const [th, en] = [measureTable(issue, 'th').rows[0]!, measureTable(issue, 'en').rows[0]!]
  expect(th.summary).toEqual({ state: 'missing', text: plain('ยังไม่ได้กรอก') })
  expect(en.summary).toEqual({ state: 'missing', text: plain('Not filled in') })
  expect(th.period).toEqual({ state: 'none', text: plain('ไม่มี (ระบุโดย CSR เมื่อวันที่ 13 มีนาคม 2567)') })
  expect(en.period.text).toEqual(plain('None (declared by CSR on 13 March 2024 (B.E. 2567))'))
})

describe('an outcome', () => {
  test('of all measures is one cell over all rows', () => {
    expect(outcomesOf(outcome('A', 1, 2, 3))).toEqual([
      ['A', 3],
      [null, 1],
      [null, 1],
    ])
  })
  test('of some measures leaves the others their own cells', () => {
    expect(outcomesOf(outcome('A', 1, 2), outcome('B', 3))).toEqual([
      ['A', 2],
      [null, 1],
      ['B', 1],
    ])
    expect(outcomesOf(outcome('A', 1))).toEqual([
      ['A', 1],
      ['Not filled in', 1],
      ['Not filled in', 1],
    ])
  })
  test('that covers rows with a gap is named again in the row after the gap', () => {
    expect(outcomesOf(outcome('A', 1, 3), outcome('B', 2))).toEqual([
      ['A', 1],
      ['B', 1],
      ['Shares the outcome of measure 1', 1],
    ])
  })
  test('never hides another outcome that is printed in a row it covers', () => {
    expect(outcomesOf(outcome('A', 1, 2, 3), outcome('B', 2))).toEqual([
      ['A', 1],
      ['B', 1],
      ['Shares the outcome of measure 1', 1],
    ])
  })
  test('stands with the other outcomes of its row, each once', () => {
    expect(outcomesOf(outcome('A', 1), outcome('B', 1, 2))[0]).toEqual(['A\nB', 2])
  })
})

test('whatever the outcomes, the rows of the outcome column tile the table without gap or overlap', () => {
  fc.assert(
    fc.property(anyCycle, ({ issues }) => {
      for (const issue of issues) {
        const { rows } = measureTable(issue, 'th')
        expect(rows.map(({ measure }) => measure)).toEqual(issue.measures.map(({ number }) => number))
        let at = 0
        while (at < rows.length) {
          const { outcome: cell, outcomeRows } = rows[at]!
          expect(cell).not.toBeNull()
          for (const covered of rows.slice(at + 1, at + outcomeRows)) expect(covered.outcome).toBeNull()
          at += outcomeRows
        }
        expect(at).toBe(rows.length)
      }
    }),
  )
})
