import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from '../../../../kernel/rich-text.ts'
import { suspectedFaultsIn } from './suspected-faults.domain.ts'
import { FAULT_PATTERNS } from './suspected-faults.th.ts'

const faultsIn = (text: string) =>
  suspectedFaultsIn([{ line: 1, text }], [{ name: 'ส่วนบริหารความเสี่ยง', code: 'CSR' }])

test.each([
  ['ระดับความพึงพอใจของบริการที่ถูกรีวิว ผู้ใช้บริการในปี', 'บริการที่ถูกรีวิว ผู้ใช้บริการ', 'บริการที่ถูกรีวิวโดยผู้ใช้บริการ'],
  ['Banner, แพนผังเว็บไซต์, แจ้งเรื่อง', 'แพนผังเว็บไซต์', 'แผนผังเว็บไซต์'],
  ['ความเสี่ยง (o31-38) และ', 'o31-38', 'o31-o38'],
  ['เพิ่มช่องทางทางการเผยแพร่ข้อมูล', 'เพิ่มช่องทางทางการเผยแพร่ข้อมูล', 'เพิ่มช่องทางการเผยแพร่ข้อมูล'],
  ['โดยส่วน บริหาร ความเสี่ยง (CSR)', 'ส่วน บริหาร ความเสี่ยง', 'ส่วนบริหารความเสี่ยง'],
  ['รายงานของส่วนของ\u200bของหน่วยงาน', 'ของของ', 'ของ'],
])('in “%s” the fault is “%s”, and “%s” is suspected', (text, fault, suspect) => {
  expect(faultsIn(`${text} ส่วนบริหารความเสี่ยง`)).toMatchObject([{ line: 1, text: fault, suspect }])
})

test.each(['การให้ของของขวัญ', 'เดินทางโดยโดยสารรถ', 'เจ้าหน้าที่ที่รับผิดชอบ', 'สำนักงาน ป.ป.ช.'])(
  '“%s” is no fault',
  (text) => {
    expect(faultsIn(text)).toEqual([])
  },
)

test('the same fault twice in a line is one, and in two lines two', () => {
  const lines = [1, 2].map((line) => ({ line, text: 'ปรากฎว่า และปรากฎว่า' }))
  expect(suspectedFaultsIn(lines, []).map(({ line, text }) => [line, text])).toEqual([
    [1, 'ปรากฎ'],
    [2, 'ปรากฎ'],
  ])
})

const report = readFileSync(
  new URL('../../../../../examples/dga-2567/report-2567.txt', import.meta.url),
  'utf8',
).split(/[\n\t]/u)
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })
const words = new Intl.Segmenter('th', { granularity: 'word' })
const edges = (segmenter: Intl.Segmenter, text: string) =>
  new Set([...[...segmenter.segment(text)].map(({ index }) => index), text.length])

const placesOf = (part: string, text: string) =>
  [...text].map((_, at) => at).filter((at) => text.startsWith(part, at))

test('a fault begins and ends between words, wherever it stands in a text', () => {
  const faulty = FAULT_PATTERNS.map(({ suspect }) => suspect.replace(/\$\d/gu, ''))
  const pieces = fc.oneof(
    fc.constantFrom(...report.filter((text) => text.length > 0)),
    fc.constantFrom(
      'ประพฤตินิยมชอบ',
      'แพนผัง',
      'ช่องทางทางการ',
      'ปรากฎ',
      'กฏหมาย',
      'โปรงใส',
      'เว็ปไซต์',
      'สัมนา',
      'และและ',
    ),
    fc.constantFrom(...faulty, ' ', ', ', '(', ')', 'น้ำ', 'ใช่'),
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
      const text = foldText(parts.join(''))
      const ends = [words, graphemes].map((segmenter) => edges(segmenter, text))
      for (const fault of faultsIn(text)) {
        const places = placesOf(fault.text, text)
        const isWhole = places.some((at) =>
          ends.every((ends) => ends.has(at) && ends.has(at + fault.text.length)),
        )
        expect([text, fault.text, isWhole]).toEqual([text, fault.text, true])
      }
    }),
    { numRuns: 200 },
  )
})
