import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../../catalogue/index.server.ts'
import { newLedger } from '../ledger.domain.ts'
import { richTextOf } from '../source-text.domain.ts'
import { factsIn } from './outcome-facts.domain.ts'

const catalogue = loadCatalogue()
const read = (text: string) => {
  const ledger = newLedger((line) => ({ th: `${line}`, en: `${line}` }))
  return factsIn(richTextOf(text), 1, { catalogue, resultsYear: 2566, fiscalYear: 2567, ledger })
}

describe('a change of a score', () => {
  test.each([
    ['การให้บริการ เพิ่มขึ้น จาก 77.33 คะแนน เป็น 89.10 คะแนน', 'การให้บริการ', 'score', 2566, '77.33', 2567, '89.10'],
    ['**ความโปร่งใส** จาก ๘๐ คะแนน เป็น ๙๐.๕ คะแนน', 'ความโปร่งใส', 'score', 2566, '80', 2567, '90.5'],
    ['ความพึงพอใจ จากร้อยละ 85 เป็นร้อยละ 85.6', 'ความพึงพอใจ', 'percentage', 2566, '85', 2567, '85.6'],
    ['ความพึงพอใจ จาก 85% เป็น 90%', 'ความพึงพอใจ', 'percentage', 2566, '85', 2567, '90'],
    [
      'พบว่า ผลคะแนน ITA ลดลงจาก ปี 2565 ที่ระดับ 92.10 เป็น 90.20 คะแนน ในปี 2567',
      'ผลคะแนน ITA',
      'score',
      2565,
      '92.10',
      2567,
      '90.20',
    ],
    [
      'ตัวชี้วัดการใช้อำนาจมีคะแนนเพิ่มขึ้นจาก 86.57 เป็น 92.79',
      'ตัวชี้วัดการใช้อำนาจ',
      'score',
      2566,
      '86.57',
      2567,
      '92.79',
    ],
    ['คะแนนเพิ่มจาก 80 เป็น 90', '', 'score', 2566, '80', 2567, '90'],
    ['คะแนนการให้บริการ เพิ่มขึ้นจาก 80 เป็น 90.50', 'คะแนนการให้บริการ', 'score', 2566, '80', 2567, '90.50'],
    ['ความโปร่งใสเพิ่มจาก 80 คะแนน เป็น 90 คะแนน', 'ความโปร่งใส', 'score', 2566, '80', 2567, '90'],
  ] as const)(
    '“%s” is read with its label, values and years',
    (text, label, kind, beforeYear, before, afterYear, after) => {
      expect(read(text)).toMatchObject([
        {
          kind,
          label,
          before: { year: beforeYear, value: before },
          after: { year: afterYear, value: after },
        },
      ])
    },
  )

  test.each([
    'ลดขั้นตอนจาก 5 ขั้นตอน เป็น 3 ขั้นตอน',
    'ใช้เวลาจาก 30 วัน เป็น 15 วัน',
    'เลื่อนจากวันที่ 5 เป็น 7 มี.ค. 67',
    'เดิม 80.00 คะแนน เป็น 90.00 คะแนน',
    'ปรับจากปี 2566 เป็น 2567',
  ])('“%s” is none', (text) => {
    expect(read(text)).toEqual([])
  })
})

test('a single score after a pair is read with its own label', () => {
  expect(read('ความโปร่งใส จาก 80.00 คะแนน เป็น 90.00 คะแนน และการป้องกันการทุจริต ได้ 100 คะแนน')).toMatchObject([
    { label: 'ความโปร่งใส', before: { value: '80.00' } },
    { label: 'การป้องกันการทุจริต', before: null, after: { value: '100', year: 2567 } },
  ])
})

test.each([
  ['ร้อยละ 95', '', '95'],
  ['ความพึงพอใจ ร้อยละ ๙๕.๕', 'ความพึงพอใจ', '95.5'],
  ['ผู้ใช้บริการพึงพอใจ คิดเป็นร้อยละ 95', 'ผู้ใช้บริการพึงพอใจ', '95'],
])('“%s” is a percentage', (text, label, value) => {
  expect(read(text)).toMatchObject([{ kind: 'percentage', label, before: null, after: { value, of: null } }])
})

test.each(['เพิ่มขึ้นร้อยละ 5', 'ลดลงอีก ร้อยละ 10', 'ไม่น้อยกว่าร้อยละ 80', 'เป้าหมาย ร้อยละ 85'])(
  '“%s” is no result of its own',
  (text) => {
    expect(read(text)).toEqual([])
  },
)

test('a score that an item’s label names is bound to it, in each year under that year’s code', () => {
  expect(read('**การให้บริการตามขั้นตอน** จาก 77.33 คะแนน เป็น 89.10 คะแนน')).toMatchObject([
    { before: { of: '2566:e1' }, after: { of: '2567:e1' } },
  ])
})

test.each([
  ['ไม่มีเรื่องร้องเรียน', 'absence', 'ไม่มีเรื่องร้องเรียน'],
  ['ในปีนี้ ไม่พบการทุจริต รวมทั้งดำเนินการแล้ว', 'absence', 'ไม่พบการทุจริต'],
  ['สามารถดำเนินการได้ครบทุกมาตรการ', 'completion', 'สามารถดำเนินการได้ครบทุกมาตรการ'],
])('“%s” states %s', (text, kind, quote) => {
  expect(read(text)).toEqual([{ kind, quote }])
})

test('text that states nothing measured has no facts', () => {
  expect(read('ประชาชนรับรู้ข้อมูลมากขึ้น\n- มีความเชื่อมั่น')).toEqual([])
})
