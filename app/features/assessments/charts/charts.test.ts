import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { heightOf, overlapping, textBoxes, widthOf } from '../../../../tests/support/chart-boxes.ts'
import type { DumbbellRow, Gap, HeatRow, Joint, Mark, StripRow, TrendLine } from './chart-data.domain.ts'
import type { ChartOptions } from './chart-options.domain.ts'
import { dumbbellSvg } from './dumbbell.domain.ts'
import { pushedApart } from './frame.domain.ts'
import { heatMapSvg } from './heat-map.domain.ts'
import { stripSvg } from './strip.domain.ts'
import { chartWords } from './text/index.ts'
import { trendGridSvg, trendSvg } from './trend.domain.ts'

const words = chartWords('th')
const head = { id: 'chart', title: 'คะแนน EIT เพิ่มทุกข้อที่เทียบได้', description: 'ตัวเลขอยู่ในตาราง' }
const options = (width: ChartOptions['width'], theme: ChartOptions['theme'] = 'paper') => ({
  theme,
  width,
  words,
})
const WIDTHS = ['narrow', 'wide'] as const

const hundredths = fc.integer({ min: 0, max: 10_000 })
const mark: fc.Arbitrary<Mark> = hundredths.map((one) => ({
  value: one / 100,
  text: (one / 100).toFixed(2),
  n: null,
}))
const gap: fc.Arbitrary<Gap> = fc.constantFrom({ text: 'ปีนี้ไม่ถามข้อนี้' }, { text: 'ยังไม่ได้นำเข้าผลของปีนี้' })
const cell = fc.oneof({ arbitrary: mark, weight: 4 }, { arbitrary: gap, weight: 1 })
const joint = fc.constantFrom<Joint>('comparable', 'unconfirmed', 'different')
const label = fc.constantFrom(
  'e1 ปี 2566',
  'หน่วยงานดำเนินการเผยแพร่ผลงานหรือข้อมูลที่สาธารณชนควรรับทราบอย่างชัดเจนตามหลักธรรมาภิบาลด้วยน้ำใจ',
  'ไม่มีเหตุการณ์การเรียกรับสินบน (E-Service)',
)
const dumbbellRow: fc.Arbitrary<DumbbellRow> = fc.record({
  key: fc.constant('e1'),
  ...{ label, before: cell, after: cell, joint },
  change: fc.constantFrom('+11.77', '-3.88', '0.00', null),
  direction: fc.constantFrom('rise', 'fall', 'same', null),
  note: fc.constantFrom('คำถามต่างกัน เทียบกันไม่ได้', null),
})
const trendLine: fc.Arbitrary<TrendLine> = fc.record({
  key: fc.constant('e1'),
  label,
  points: fc.array(fc.record({ mark: cell, joint: fc.option(joint) }), { minLength: 4, maxLength: 4 }),
})
const heatRow: fc.Arbitrary<HeatRow> = fc.record({
  key: fc.constant('e1'),
  label,
  cells: fc.array(cell, { minLength: 3, maxLength: 3 }),
  breaks: fc.constantFrom<HeatRow['breaks']>(
    [],
    [{ after: 0, joint: 'different' }],
    [{ after: 0, joint: 'unconfirmed' }],
  ),
})
const stripRow: fc.Arbitrary<StripRow> = fc.record({
  key: fc.constant('e1'),
  label,
  values: fc.array(
    hundredths.map((one) => one / 100),
    { maxLength: 90 },
  ),
  ...{ own: fc.option(mark), median: fc.option(mark) },
  said: label,
})
const years = ['2564', '2565', '2566', '2567']
const some = <T>(row: fc.Arbitrary<T>, maxLength = 6) => fc.array(row, { minLength: 1, maxLength })

type Drawing = (width: ChartOptions['width'], theme?: ChartOptions['theme']) => string
const drawings: Readonly<Record<string, fc.Arbitrary<Drawing>>> = {
  dumbbell: some(dumbbellRow).map(
    (rows) => (width, theme) =>
      dumbbellSvg({ beforeLabel: 'ปี 2566', afterLabel: 'ปี 2567', rows }, head, options(width, theme)),
  ),
  trend: some(trendLine, 3).map(
    (lines) => (width, theme) => trendSvg({ years, lines }, head, options(width, theme)),
  ),
  'small multiples': some(trendLine, 5).map((lines) => (width, theme) => {
    const frames = lines.map((line, index) => ({ key: String(index), title: line.label, lines: [line] }))
    return trendGridSvg({ years, frames }, head, options(width, theme))
  }),
  'heat map': some(heatRow).map(
    (rows) => (width, theme) =>
      heatMapSvg({ columns: ['2565', '2566', '2567'], rows }, head, options(width, theme)),
  ),
  strip: some(stripRow).map((rows) => (width, theme) => stripSvg({ rows }, head, options(width, theme))),
}

describe.each(Object.entries(drawings))('every %s', (_, drawing) => {
  test('has no text on another and none outside the picture, in both widths', () => {
    fc.assert(
      fc.property(drawing, fc.constantFrom(...WIDTHS), (draw, width) => {
        const svg = draw(width)
        const boxes = textBoxes(svg)
        expect(overlapping(boxes)).toEqual([])
        for (const { left, right, bottom, text } of boxes) {
          expect(left, text).toBeGreaterThanOrEqual(-0.5)
          expect(right, text).toBeLessThanOrEqual(widthOf(svg) + 0.5)
          expect(bottom, text).toBeLessThanOrEqual(heightOf(svg) + 0.5)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('is well-formed, is one image with a title, and carries no style', () => {
    fc.assert(
      fc.property(drawing, (draw) => {
        expect(new Resvg(draw('wide')).width).toBeGreaterThan(0)
        const svg = draw('narrow', 'auto')
        expect(svg).toMatch(/role="img" aria-labelledby="chart-narrow-title chart-narrow-desc"/)
        expect(svg).not.toMatch(/\sstyle=|<style|NaN|Infinity|undefined/)
      }),
      { numRuns: 8 },
    )
  })

  test('keeps its type at 11 pixels or more where the narrow form is 360 pixels wide', () => {
    const [draw] = fc.sample(drawing, { numRuns: 1, seed: 7 })
    const svg = (draw as Drawing)('narrow')
    for (const { size } of textBoxes(svg)) expect(size * (360 / widthOf(svg))).toBeGreaterThanOrEqual(11)
  })
})

const aMark = (value: number): Mark => ({ value, text: value.toFixed(2), n: null })
const aRow = (given: Partial<DumbbellRow>): DumbbellRow => ({
  ...{ key: 'a', label: 'e1', before: aMark(80), after: aMark(90), joint: 'comparable' },
  ...{ change: '+10.00', direction: 'rise', note: null, ...given },
})
const dumbbell = (...rows: DumbbellRow[]) =>
  dumbbellSvg({ beforeLabel: 'ปี 2566', afterLabel: 'ปี 2567', rows }, head, options('wide'))
const arrows = (svg: string) =>
  [...svg.matchAll(/<path d="M[\d.]+ [\d.]+ l5 [^"]*" fill="([^"]+)"/g)].map(([, fill]) => fill)

describe('a dumbbell', () => {
  it('marks a rise and a fall with arrows of their own colour', () => {
    const [rise, fall] = [
      arrows(dumbbell(aRow({}))),
      arrows(dumbbell(aRow({ direction: 'fall', change: '-3.88' }))),
    ]
    expect(rise).toHaveLength(1)
    expect(fall).toHaveLength(1)
    expect(rise).not.toEqual(fall)
  })

  it.each(['unconfirmed', 'different'] as const)(
    'says no change of a pair that is %s, and draws it hollow',
    (joint) => {
      const svg = dumbbell(aRow({ joint, note: 'เทียบกันไม่ได้' }))
      expect(arrows(svg)).toEqual([])
      expect(svg).not.toContain('+10.00')
      expect(svg).toContain('เทียบกันไม่ได้')
      expect([...svg.matchAll(/<circle [^>]*fill="([^"]+)"/g)].at(-1)?.[1]).toBe('#ffffff')
      expect(svg).toContain(words[joint])
    },
  )

  it('joins an unconfirmed pair with a broken line and a different question with none', () => {
    const joins = (joint: Joint) => [...dumbbell(aRow({ joint })).matchAll(/stroke-dasharray="5 4"/g)].length
    expect([joins('comparable'), joins('unconfirmed'), joins('different')]).toEqual([0, 1, 0])
  })

  it('says why a year has no value', () => {
    const svg = dumbbell(aRow({ after: { text: 'ปีนี้ไม่ถาม' }, change: null, direction: null }))
    expect(svg).toContain('ปี 2567: ปีนี้ไม่ถาม')
  })
})

describe('a trend', () => {
  it('draws no line to a different question, nor over a year without a value', () => {
    const svg = trendSvg(
      {
        years,
        lines: [
          {
            ...{ key: 'a', label: 'IIT' },
            points: [
              { mark: aMark(80), joint: null },
              { mark: aMark(82), joint: 'different' },
              { mark: { text: 'ปีนี้ไม่ถาม' }, joint: null },
              { mark: aMark(84), joint: 'comparable' },
            ],
          },
        ],
      },
      head,
      options('wide'),
    )
    expect(svg).not.toMatch(/stroke-width="2.5"/)
    expect(svg).toContain('ปีนี้ไม่ถาม')
  })
})

test('a heat map parts what does not compare by a full line, what nobody confirmed by a broken one, and says which', () => {
  const row = (joint: 'unconfirmed' | 'different'): HeatRow => ({
    ...{ key: joint, label: 'e1', cells: [aMark(80), aMark(90)], breaks: [{ after: 0, joint }] },
  })
  const drawn = (...rows: HeatRow[]) => heatMapSvg({ columns: ['2566', '2567'], rows }, head, options('wide'))
  const lines = (svg: string) =>
    [...svg.matchAll(/<line [^>]*stroke-width="2.5"[^>]*>/g)].map(([mark]) => mark.includes('dasharray'))
  // One in the row, one in the legend.
  expect(lines(drawn(row('different')))).toEqual([false, false])
  expect(lines(drawn(row('unconfirmed')))).toEqual([true, true])
  expect(drawn(row('different'))).not.toContain(words.breakUnconfirmed)
  const both = drawn(row('different'), row('unconfirmed'))
  expect(both).toContain(words.breakUnconfirmed)
  expect(both).toContain(words.breakDifferent)
})

test('why a line has no mark is said by its name, without a sign that would pass for a mark', () => {
  const lineOf = (label: string, last: Mark | { text: string }) => ({
    ...{ key: label, label },
    points: [
      { mark: aMark(80), joint: null },
      { mark: last, joint: 'different' as const },
    ],
  })
  const drawn = (last: Mark | { text: string }) =>
    trendSvg(
      { years: ['2566', '2567'], lines: [lineOf('IIT', last), lineOf('EIT', aMark(81))] },
      head,
      options('wide'),
    )
  const signs = (svg: string) => [...svg.matchAll(/<(?:circle|path) /g)].length
  const gone = drawn({ text: 'ยังไม่มีคะแนน' })
  expect(gone).toContain('IIT: ยังไม่มีคะแนน')
  expect(signs(gone)).toBeLessThan(signs(drawn(aMark(82))))
})

test('labels pushed apart keep their order and their distance', () => {
  expect(pushedApart([10, 10, 11], { apart: 5, from: 0, to: 100 })).toEqual([10, 15, 20])
  expect(pushedApart([98, 99], { apart: 5, from: 0, to: 100 })).toEqual([95, 100])
})

test('texts from outside are data', () => {
  const label = '</text><script>alert("1")</script> & \u0000'
  const svg = dumbbell(aRow({ label }))
  expect(new Resvg(svg).width).toBeGreaterThan(0)
  expect(svg).not.toContain('<script')
})
