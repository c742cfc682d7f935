import { expect, it } from 'vitest'
import { type ItemRef, parseItemRef } from '../../../kernel/item-ref.ts'
import type { RichText } from '../../../kernel/rich-text.ts'
import { earlierYears } from './earlier-years.domain.ts'

const ref = (text: string): ItemRef => parseItemRef(text) ?? expect.fail(`no reference: ${text}`)
const citing = (...refs: readonly string[]): RichText => [
  { kind: 'paragraph', runs: refs.map((text) => ({ text, cites: [ref(text)] })) },
]

it('an analysis that cites only results of earlier years is told from one of this year', () => {
  expect(earlierYears(citing('2567:i1', '2566:e1', '2566:e2'), 2568)).toEqual([2566, 2567])
})

it('an analysis that compares with an earlier year is one of this year', () => {
  expect(earlierYears(citing('2566:e1', '2567:e1'), 2567)).toEqual([])
})

it('an analysis that cites nothing says nothing about its year', () => {
  expect(earlierYears([{ kind: 'paragraph', runs: [{ text: 'คะแนนลดลง' }] }], 2568)).toEqual([])
})

it('items of a later framework are not called earlier ones', () => {
  expect(earlierYears(citing('2566:o8', '2568:O28'), 2567)).toEqual([])
})
