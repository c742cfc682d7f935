import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleReport } from '../../../../tests/support/example-report.ts'
import { pdfJob } from '../../../../tests/support/pdf-job.ts'
import { printedPieces } from '../../../../tests/support/pdf-printed.ts'
import { readingOrder } from '../../../../tests/support/pdf-reading-order.ts'
import {
  firstDifference,
  lineEndsInside,
  missingFrom,
  pdfjsLines,
  popplerLines,
  withoutSpaces,
} from '../../../../tests/support/pdf-text.ts'
import { brokenWords } from '../../../../tests/support/pdf-words.ts'
import { aReport, aScoreChart, aScoreRow } from '../../../../tests/support/report-builders.ts'
import type { Report, Section } from '../report.domain.ts'
import { reportWords } from '../text/index.ts'
import { createPdfRenderer } from './pdf-renderer.server.ts'

const pdf = createPdfRenderer()
let report: Report
let bytes: Uint8Array

beforeAll(async () => {
  report = await exampleReport()
  const made = await pdf.render(pdfJob(report))
  if (!made.ok) throw new Error(made.error.detail)
  expect(made.value.notes).toEqual([])
  bytes = made.value.bytes
})
afterAll(() => pdf.close())

/** Elements that are no words of the report: the marks of lists, and the contents, which repeat the headings. */
const NOT_SAID = new Set(['Lbl', 'TOC'])
/** Words of the lexicon that are whole words in a row: a narrow column may divide them between these. */
const COMPOUNDS = [['ประจำ', 'ปีงบประมาณ']]
const issues = () => report.sections.filter(({ id }) => id.startsWith('issue-'))
const piecesOf = (sections: readonly Section[]) => printedPieces({ ...report, sections })

describe('the text of the example report', () => {
  test('is the text of the report, whole, in its order and nothing else', async () => {
    const remark = withoutSpaces(reportWords('th').sharedOutcome)
    const said = (await readingOrder(bytes, NOT_SAID)).replaceAll(remark, '')
    expect(firstDifference(said, withoutSpaces(printedPieces(report).join('')))).toBeNull()
  })

  test('is read by Poppler as it was written, letters and spaces', () => {
    expect(issues()).toHaveLength(7)
    expect(missingFrom(popplerLines(bytes), printedPieces(report))).toEqual([])
  })

  test('is read by the browser viewer as it was written, for all seven issues', async () => {
    expect(missingFrom(await pdfjsLines(bytes), piecesOf(issues()))).toEqual([])
  })

  test('breaks no Thai word at the end of a line, from the cover to the appendix', () => {
    const ends = lineEndsInside(popplerLines(bytes), printedPieces(report))
    expect(ends.length).toBeGreaterThan(300)
    expect(brokenWords(ends, report.properNames, COMPOUNDS)).toEqual([])
  })

  test('would be caught with a broken word, name or agency', () => {
    const piece = 'คณะทำงานของจังหวัด โดยสพร. ประจำปีงบประมาณ'
    const endsAfter = (...texts: string[]) =>
      texts.map((text) => ({ piece, offset: piece.indexOf(text) + text.length }))
    const broken = brokenWords(endsAfter('คณะ', 'จัง', 'โดยส', 'ประจำปี'), ['สพร.'], COMPOUNDS)
    expect(broken).toHaveLength(4)
    expect(brokenWords(endsAfter('คณะทำงาน', 'ของ', 'โดย', 'ประจำ'), ['สพร.'], COMPOUNDS)).toEqual([])
  })
})

describe('letters with marks above and below', () => {
  const words = [
    ...['ที่ น้ำ ปี่ ผู้ กตัญญู ปั๊ม ฝั่ง ปื้น ฤๅษี ป้า ฟื้น ฎีกา ฐาน ญาติ กั้น เก็บ ศิลป์ จันทร์ สวัสดิ์', 'ค่ำ ช้ำ ซ้ำ ต่ำ'],
    ...['ล้ำ ก๊วยเตี๋ยว เก้าอี้ ผึ้ง ตู้ ปู่ ปุ๋ย กฎหมาย ปฏิรูป ฏุ ฐู ญู ฎุ ฬุ คำ ทำ กำ จำ ดำ นำ สำ อำ ปั่น ฝึก ฟุ้ง เชื่อมั่น ขั้นตอน'],
  ].join(' ')

  test('are read back letter by letter, plain and bold', async () => {
    const runs = [{ text: words }, { text: ` ${words}`, strong: true as const }]
    const made = await pdf.render(pdfJob(aReport([{ kind: 'text', text: [{ kind: 'paragraph', runs }] }])))
    if (!made.ok) throw new Error(made.error.detail)
    expect(missingFrom(popplerLines(made.value.bytes), [`${words} ${words}`])).toEqual([])
    expect(missingFrom(await pdfjsLines(made.value.bytes), [`${words} ${words}`])).toEqual([])
  })

  test.each(['ฝั่ง', 'ปื้น', 'กตัญญู', 'ฟ้าฬุ่', 'ช้ำ'])(
    'a chart whose label is %s says it letter by letter, in the picture and in the table beside it',
    async (label) => {
      const chart = aScoreChart([aScoreRow({ label })])
      const made = await pdf.render(pdfJob(aReport([{ kind: 'scores', chart }])))
      if (!made.ok) throw new Error(made.error.detail)
      for (const lines of [popplerLines(made.value.bytes), await pdfjsLines(made.value.bytes)])
        expect(lines.join('').split(label)).toHaveLength(3)
    },
  )
})
