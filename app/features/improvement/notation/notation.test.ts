import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import { fieldValue } from '../../../kernel/field.ts'
import { type ItemRef, parseItemRef } from '../../../kernel/item-ref.ts'
import { type Block, citedIn, plainText, type RichText, type Run } from '../../../kernel/rich-text.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { readNotation, writeNotation } from './notation.domain.ts'

const catalogue = loadCatalogue()
const home = { year: 2567, catalogue }
const ref = (text: string): ItemRef => parseItemRef(text) ?? expect.fail(`no reference: ${text}`)
const read = (text: string, year = 2567): RichText => {
  const result = readNotation(text, { year, catalogue })
  return result.ok ? result.value : expect.fail(result.error.unknown.join())
}
const paragraph = (...runs: readonly Run[]): RichText => [{ kind: 'paragraph', runs }]

const anyText = fc.string({
  unit: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...'กขคำที่ไม้ๆ๑๒ abi12') },
    { weight: 3, arbitrary: fc.constantFrom(...'[]|\\*-#:,. \t') },
  ),
  minLength: 1,
  maxLength: 14,
})
const anyRef = fc.constantFrom(
  ...['2567:i1', '2567:i2', '2567:i3', '2566:e4', '2567:O8', '2568:O28', '2567:ind6'].map(ref),
)
const anyRun: fc.Arbitrary<Run> = fc
  .record({
    text: anyText,
    strong: fc.option(fc.constant(true as const), { nil: undefined }),
    cites: fc.option(fc.array(anyRef, { minLength: 1, maxLength: 4 }), { nil: undefined, freq: 2 }),
  })
  .map(({ text, strong, cites }) => ({ text, ...(strong && { strong }), ...(cites && { cites }) }))
const anyRuns = fc.array(anyRun, { minLength: 1, maxLength: 4 })
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), runs: anyRuns }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ level: fc.constantFrom(1 as const, 2 as const), runs: anyRuns }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
)
const anyRichText = fc.array(anyBlock, { maxLength: 4 })

const isShown = (line: string) => line.trim() !== ''
const saidBy = (text: RichText) =>
  plainText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(isShown)

describe('the notation of a text', () => {
  it('writes structure with the marks of the importers, and citations in brackets', () => {
    const text: RichText = [
      {
        kind: 'paragraph',
        runs: [
          { text: 'ผล ' },
          { text: 'ข้อ ', strong: true },
          { text: 'i1-i3', cites: ['2567:i1', '2567:i2', '2567:i3'].map(ref) },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [
          { level: 1, runs: [{ text: 'ก' }] },
          { level: 2, runs: [{ text: 'ข' }] },
        ],
      },
      { kind: 'list', ordered: true, items: [{ level: 1, runs: [{ text: 'ค' }] }] },
    ]
    expect(writeNotation(text, home)).toBe('ผล **ข้อ **[[i1-i3]]\n\n- ก\n  - ข\n-# ค')
    expect(read(writeNotation(text, home))).toEqual(text)
  })

  it('carries the year of a citation wherever it is not the home one, and the words where they say it otherwise', () => {
    const asWritten = paragraph({ text: 'O8', cites: [ref('2567:O8')] })
    expect(writeNotation(asWritten, { year: 2568 })).toBe('[[2567:O8|O8]]')
    expect(read('[[2567:O8|O8]]', 2568)).toEqual(asWritten)
    expect(read('[[2567:o8]]', 2568)).toEqual(paragraph({ text: '2567:o8', cites: [ref('2567:O8')] }))
  })

  it('reads codes in any case, with Thai digits, any dash and several in one pair of brackets', () => {
    expect(citedIn(read('[[I๑–๓, e1, 2566:o28]]'))).toEqual(
      ['2567:i1', '2567:i2', '2567:i3', '2567:e1', '2566:o28'].map(ref),
    )
  })

  it('names every item that the year does not have', () => {
    expect(readNotation('[[i99]] [[2566:o99]] [[i1]] [[i99]]', home)).toEqual({
      ok: false,
      error: { code: 'citation.unknown-item', unknown: ['2567:i99', '2566:o99'] },
    })
    expect(readNotation('[[2599:i1]]', home)).toMatchObject({ ok: false })
  })

  it('takes brackets without codes, marks without a partner and lone signs as text', () => {
    for (const text of ['[[อ้างอิง]]', '[[i1', '[i1]', '**ก', 'a * b', 'C:\\temp', '-ก', '[[i1-e3]]'])
      expect(plainText(read(text))).toBe(text)
  })

  it('reads line ends of any system, and drops lines that say nothing', () => {
    expect(read('ก\r\n\r\nข\rค\n \n- \n')).toHaveLength(3)
  })

  it('goes on with a list over an empty line', () => {
    expect(read('-# ก\n\n-# ข')).toEqual([
      { kind: 'list', ordered: true, items: ['ก', 'ข'].map((text) => ({ level: 1, runs: [{ text }] })) },
    ])
  })

  it('gives back exactly every text of the example', () => {
    const { issues, background } = exampleCycle()
    const texts = [
      { year: 2568, text: background },
      ...issues.flatMap(({ analysis, limitations, measures, outcomes }) => [
        ...[analysis, ...limitations].map((text) => ({ year: 2566, text })),
        ...measures
          .flatMap((measure) => [measure.text, measure.summary])
          .map((field) => ({ year: 2567, text: fieldValue(field) ?? [] })),
        ...outcomes.map((outcome) => ({ year: 2567, text: fieldValue(outcome.text) ?? [] })),
      ]),
    ]
    expect(texts.length).toBeGreaterThan(40)
    for (const { year, text } of texts) expect(read(writeNotation(text, { year }), year)).toEqual(text)
  })

  it('loses no word, no mark and no citation of any text, and reads what it wrote as the same', () => {
    fc.assert(
      fc.property(anyRichText, (text) => {
        const once = read(writeNotation(text, home))
        expect(citedIn(once)).toEqual(citedIn(text))
        expect(saidBy(once)).toEqual(saidBy(text))
        expect(read(writeNotation(once, home))).toEqual(once)
      }),
      { numRuns: 2000 },
    )
  })

  it('whatever is typed is read, and read again as the same after it was written', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (lines) => {
        const result = readNotation(lines.join('\n'), home)
        if (result.ok) expect(read(writeNotation(result.value, home))).toEqual(result.value)
      }),
      { numRuns: 2000 },
    )
  })
})
