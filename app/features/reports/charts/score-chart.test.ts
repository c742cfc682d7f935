import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heightOf, overlapping, textBoxes, widthOf } from '../../../../tests/support/chart-boxes.ts'
import { exampleReport } from '../../../../tests/support/example-report.ts'
import { aScoreChart, aScoreRow } from '../../../../tests/support/report-builders.ts'
import { difference } from '../../../kernel/decimal.ts'
import { forUsvg, svgToPng } from '../../../platform/pictures/svg-to-png.server.ts'
import type { ScoreChart, ScoreRow } from '../report.domain.ts'
import { reportWords } from '../text/index.ts'
import { scoreChartParts, scoreChartSvg } from './score-chart.domain.ts'

const words = reportWords('th')
const paper = (chart: ScoreChart, width: 'narrow' | 'wide' = 'wide') =>
  scoreChartSvg(chart, { theme: 'paper', words, width })
const chartOf = (...rows: ScoreRow[]) => aScoreChart(rows)

/** The drawing library reads XML strictly and refuses what is not well-formed. */
const isWellFormed = (svg: string) => new Resvg(svg).width > 0

const decimal = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2))
const row: fc.Arbitrary<ScoreRow> = fc
  .record({
    before: fc.option(decimal),
    after: decimal,
    comparable: fc.constantFrom('yes', 'no', 'unknown'),
    issue: fc.integer({ min: 1, max: 3 }),
    label: fc.constantFrom('การให้บริการ', 'ระดับความพึงพอใจต่อบริการของหน่วยงานในภาพรวมของประชาชนทุกกลุ่ม'),
    unit: fc.constantFrom('คะแนน', 'ร้อยละ'),
  })
  .map((given) =>
    aScoreRow({
      ...given,
      change:
        given.before === null || given.comparable === 'no' ? null : difference(given.before, given.after),
    }),
  )

describe('the example', async () => {
  const report = await exampleReport()
  const charts = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'scores' ? [block.chart] : [])),
  )

  test('shows every label and every value as printed in the report, in both widths', () => {
    expect(charts[0]?.rows).toHaveLength(13)
    for (const chart of charts) {
      for (const width of ['narrow', 'wide'] as const) {
        const texts = textBoxes(paper(chart, width)).map(({ text }) => text)
        const letters = texts.join('').replace(/\s/gu, '')
        for (const { label, before, after } of chart.rows) {
          expect(letters).toContain(label.replace(/\s/gu, ''))
          expect(texts).toContain(after)
          if (before !== null) expect(texts).toContain(before)
        }
      }
    }
  })

  test('has no label on top of another and none outside the picture', () => {
    for (const chart of charts) {
      for (const width of ['narrow', 'wide'] as const) {
        const svg = paper(chart, width)
        const boxes = textBoxes(svg)
        expect(overlapping(boxes)).toEqual([])
        for (const { left, right } of boxes) {
          expect(left).toBeGreaterThanOrEqual(0)
          expect(right).toBeLessThanOrEqual(widthOf(svg))
        }
      }
    }
  })

  test('is cut between rows into pictures that fit a page, every row once and on one scale', () => {
    const chart = charts[0] as ScoreChart
    const parts = scoreChartParts(chart, { theme: 'paper', words, maxHeight: 400 })
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) expect(heightOf(part)).toBeLessThanOrEqual(400)
    const axes = parts.map((part) => /70<\/text>.*<\/svg>/.test(part))
    expect(axes).not.toContain(false)
    const shown = parts.flatMap((part) => textBoxes(part).map(({ text }) => text))
    const values = chart.rows.flatMap(({ before, after }) => [before ?? '', after])
    const withPlaces = (texts: readonly string[]) => texts.filter((text) => /^\d+\.\d+$/.test(text)).sort()
    expect(withPlaces(shown)).toEqual(withPlaces(values))
    expect(new Set(parts.map((part) => /id="([^"]+)-title"/.exec(part)?.[1])).size).toBe(parts.length)
  })
})

test('no values overlap and none leaves the picture, however close the marks stand', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('narrow', 'wide'),
      (rows, width) => {
        const svg = paper(aScoreChart(rows), width)
        const boxes = textBoxes(svg)
        return (
          overlapping(boxes).length === 0 &&
          boxes.every(({ left, right }) => left >= -0.5 && right <= widthOf(svg) + 0.5)
        )
      },
    ),
    { numRuns: 200 },
  )
})

test('type stays at 11 pixels or more when the narrow chart is 360 pixels wide', () => {
  const svg = paper(chartOf(aScoreRow(), aScoreRow({ unit: 'ร้อยละ', issue: 2 })), 'narrow')
  for (const { size } of textBoxes(svg)) expect(size * (360 / widthOf(svg))).toBeGreaterThanOrEqual(11)
})

test('a rise is marked with its change, a fall in another colour', () => {
  const rise = paper(chartOf(aScoreRow()))
  const fall = paper(chartOf(aScoreRow({ before: '89.10', after: '77.33', change: '-11.77' })))
  expect(rise).toContain('+11.77')
  expect(rise.match(/<path /g)).toHaveLength(1)
  expect(fall).toContain('-11.77')
  expect(fall.match(/<path [^>]*fill="([^"]+)"/)?.[1]).not.toBe(rise.match(/<path [^>]*fill="([^"]+)"/)?.[1])
})

test('a pair that cannot be compared says so, in hollow marks and a broken line, without any change', () => {
  const svg = paper(chartOf(aScoreRow({ comparable: 'no', change: null })))
  expect(svg).toContain(words.notComparable)
  expect(svg).toContain('stroke-dasharray')
  expect(svg).not.toContain('<path ')
  const marks = [...svg.matchAll(/<circle [^>]*fill="([^"]+)"/g)].map((match) => match[1])
  expect(marks.slice(-2)).toEqual(['#ffffff', '#ffffff'])
})

test('a pair whose comparability is not confirmed carries a question mark and no arrow', () => {
  const svg = paper(chartOf(aScoreRow({ comparable: 'unknown' })))
  expect(svg).toContain(words.comparabilityUnknown)
  expect(textBoxes(svg).map(({ text }) => text)).toContain('?')
  expect(svg).not.toContain('<path ')
})

test('a single score has one mark and says that there is no earlier value', () => {
  const svg = paper(chartOf(aScoreRow({ before: null, change: null, comparable: 'unknown' })))
  expect(svg).toContain(words.noEarlierValue)
  expect(svg.match(/<circle /g)).toHaveLength(2)
  expect(svg).not.toContain('2566</text>')
})

test('a percentage among scores keeps its unit, and a scale not from zero is said', () => {
  const svg = paper(chartOf(aScoreRow(), aScoreRow(), aScoreRow({ unit: 'ร้อยละ' })))
  expect(svg).toContain(`${words.unit}: ร้อยละ`)
  expect(svg).toContain(words.scaleFrom('75'))
  const fromZero = paper(chartOf(aScoreRow({ before: '12', after: '88', change: '+76.00' })))
  expect(fromZero).not.toContain(words.scaleFrom('0'))
})

test('the chart for a page follows its colours and carries no style, whatever the policy of the page', () => {
  const svg = scoreChartSvg(chartOf(aScoreRow()), { theme: 'auto', words, idPrefix: 'side-' })
  expect(svg).not.toMatch(/\sstyle=|<style/)
  expect(svg).toContain('fill="var(--brand, #0b3d78)"')
  expect(svg).toContain('aria-labelledby="side-scores-title side-scores-desc"')
  expect(svg).toMatch(/role="img"/)
})

test('labels and titles from outside are data: markup, quotes, control characters and halves of letters', () => {
  const hostile = '</text><script>alert("1")</script> & \' \u0000\u0007\ufffe \ud800 x\u202ey'
  const chart = {
    ...chartOf(aScoreRow({ label: hostile, unit: hostile })),
    title: hostile,
    caption: hostile,
    id: '"><b',
  }
  for (const theme of ['paper', 'auto'] as const) {
    const svg = scoreChartSvg(chart, { theme, words })
    expect(isWellFormed(svg)).toBe(true)
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain('\u202e')
  }
})

test('any text gives a well-formed picture', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (label) =>
      isWellFormed(paper(chartOf(aScoreRow({ label, unit: label })))),
    ),
    { numRuns: 60 },
  )
})

test('a chart without rows is a picture all the same', () => {
  expect(isWellFormed(paper(chartOf()))).toBe(true)
})

test('for the drawing library sara am is written as nikhahit and sara aa, the tone between them', () => {
  expect(forUsvg('น้ำดำ')).toBe('น\u0e4d้\u0e32ด\u0e4d\u0e32')
})

test('the picture for Word has the asked width, and the same chart the same bytes', () => {
  const svg = paper(chartOf(aScoreRow()))
  const { png, width, height } = svgToPng(svg, 900)
  expect(width).toBe(900)
  expect(height / width).toBeCloseTo(heightOf(svg) / widthOf(svg), 2)
  expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG')
  expect(Buffer.compare(svgToPng(svg, 900).png, png)).toBe(0)
})
