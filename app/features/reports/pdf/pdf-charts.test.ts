import { afterAll, beforeAll, expect, test } from 'vitest'
import { readingOrder } from '../../../../tests/support/pdf-reading-order.ts'
import { readStructure } from '../../../../tests/support/pdf-structure.ts'
import { withoutSpaces, withPdfFile } from '../../../../tests/support/pdf-text.ts'
import { run } from '../../../../tests/support/programs.ts'
import { aReport, aScoreChart, aScoreRow } from '../../../../tests/support/report-builders.ts'
import { flat } from '../../../kernel/chart/marks.ts'
import { scoreChartPictures } from '../charts/score-chart.domain.ts'
import { reportWords } from '../text/index.ts'
import { PAGE } from './paper.table.ts'
import { createPdfRenderer } from './pdf-renderer.server.ts'

type Word = Readonly<{ text: string; left: number; right: number; foot: number }>

const POINTS_PER_MM = 72 / 25.4
const COLUMN = PAGE.width - PAGE.left - PAGE.right
const LONG = 'ฝึกอบรมผู้ใหญ่บ้านชั้นสั้น ๆ ญี่ปุ่น ฐีติ กตัญญู ฟ้าฬุ่ม น้ำช้ำ ปั๊ม '.repeat(4).trim()
const chart = aScoreChart([
  aScoreRow({ label: LONG }),
  aScoreRow({ label: 'W'.repeat(90), before: '0', after: '100', comparable: 'no', change: null }),
  aScoreRow({ label: 'ญี่ปุ่นฐี', before: '50.00', after: '49.99', comparable: 'unknown', change: '-0.01' }),
  aScoreRow({ label: 'ผู้สั้น', before: null, after: '64.5', change: null }),
])
const pdf = createPdfRenderer({ processes: 1 })
let bytes: Uint8Array

beforeAll(async () => {
  const report = aReport([{ kind: 'scores', chart }])
  const made = await pdf.render({
    ...{ report, attachment: new TextEncoder().encode('{}'), createdAt: new Date('2024-11-07T00:00:00Z') },
  })
  if (!made.ok) throw new Error(made.error.detail)
  bytes = made.value.bytes
})
afterAll(() => pdf.close())

/** The words of a page with their boxes, in points from its upper left corner. */
function wordsOf(page: string): readonly Word[] {
  const boxes = withPdfFile(bytes, (file) => run('pdftotext', ['-bbox', '-f', page, '-l', page, file, '-']))
  const words = boxes.matchAll(
    /<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</gu,
  )
  return [...words].map(([, left, right, foot, text]) => ({
    ...{ text: text ?? '', left: Number(left), right: Number(right), foot: Number(foot) },
  }))
}

test('the figures of a chart stand where the chart has them, and no label leaves the column', () => {
  const pictures = scoreChartPictures(chart, { theme: 'paper', words: reportWords('th'), maxHeight: 1000 })
  expect(pictures).toHaveLength(1)
  const [{ width, marks } = { width: 0, marks: [] }] = pictures
  const unit = (COLUMN * POINTS_PER_MM) / width
  const words = wordsOf('3')
  const figures = flat(marks).flatMap((mark) =>
    mark.kind === 'text' && /^[+-]?\d+\.\d+$/u.test(mark.text) ? [mark] : [],
  )
  expect(figures.length).toBeGreaterThan(6)
  let feet: number | null = null
  for (const { text, x, y, anchor } of figures) {
    const place = PAGE.left * POINTS_PER_MM + x * unit
    const word = words.find(
      (found) => found.text === text && Math.abs((anchor === 'end' ? found.right : found.left) - place) < 1,
    )
    expect(word, text).toBeDefined()
    const top = (word?.foot ?? 0) - y * unit
    feet ??= top
    expect(top).toBeCloseTo(feet, 0)
  }
  for (const { left, right } of words) {
    expect(left).toBeGreaterThan(PAGE.left * POINTS_PER_MM - 1)
    expect(right).toBeLessThan((PAGE.left + COLUMN) * POINTS_PER_MM + 1)
  }
})

test('a chart is one figure, said by its alternative: title, source, and each row', async () => {
  const { types, alternatives } = await readStructure(bytes)
  expect(types.Figure).toBe(1)
  const said = alternatives[0] ?? ''
  for (const text of [chart.title, chart.caption, LONG, 'ผู้สั้น 64.5', 'ญี่ปุ่นฐี 50.00 → 49.99'])
    expect(said).toContain(text)
  const drawn = await readingOrder(bytes, new Set(['TOC']))
  const heard = await readingOrder(bytes, new Set(['TOC', 'Figure']))
  // Picture and table say the label, and the alternative says it in place of the picture.
  expect(drawn.split(withoutSpaces(LONG))).toHaveLength(3)
  expect(heard.split(withoutSpaces(LONG))).toHaveLength(2)
})
