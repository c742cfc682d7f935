import { expect, test } from 'vitest'
import {
  buddhistYear,
  findThaiDates,
  findThaiSpans,
  fiscalYearSpan,
  formatDay,
  formatOfficialDay,
  parseThaiDay,
  parseThaiPeriod,
} from './thai-date.ts'

test.each([
  ['67', 2567],
  ['2567', 2567],
  ['2024', 2567],
  ['๒๕๖๗', 2567],
  ['๖๗', 2567],
  ['167', null],
  ['0067', null],
  ['3000', null],
  ['ปี', null],
])('the year %s is read as %s', (text, year) => {
  expect(buddhistYear(text)).toBe(year)
})

test.each([
  ['13 มี.ค. 67', '2024-03-13'],
  ['7 พฤศจิกายน 2567', '2024-11-07'],
  ['๗ พฤศจิกายน พ.ศ. ๒๕๖๗', '2024-11-07'],
  ['29 ก.พ. 67', '2024-02-29'],
  ['29 ก.พ. 66', null],
  ['31 มิ.ย. 67', null],
  ['13 มี.ค.', null],
])('the day %s is read as %s', (text, day) => {
  expect(parseThaiDay(text)).toBe(day)
})

test.each([
  ['ม.ค. – มี.ค. 67', { start: '2024-01-01', end: '2024-03-31' }],
  ['ม.ค. – ก.พ. 67', { start: '2024-01-01', end: '2024-02-29' }],
  ['ต.ค. 66 - ก.ย. 67', { start: '2023-10-01', end: '2024-09-30' }],
  ['ตุลาคม 2566 ถึง กันยายน 2567', { start: '2023-10-01', end: '2024-09-30' }],
  ['มี.ค. 67', { start: '2024-03-01', end: '2024-03-31' }],
  ['1 ม.ค. 67 – 15 มี.ค. 67', { start: '2024-01-01', end: '2024-03-15' }],
  ['มี.ค. – ม.ค. 67', null],
  ['ตลอดปี', null],
])('the period %s is read with its first and last day', (text, span) => {
  expect(parseThaiPeriod(text)).toEqual(span)
})

test('dates and fiscal quarters are found inside running text, where they stand', () => {
  const text = 'ประชุมเมื่อวันที่ 24 พ.ย. 66 และอบรมในไตรมาส 1/2567 ต่อด้วยไตรมาสที่ 4/67'
  expect(findThaiDates(text).map(({ written, span }) => ({ written, span }))).toEqual([
    { written: '24 พ.ย. 66', span: { start: '2023-11-24', end: '2023-11-24' } },
    { written: 'ไตรมาส 1/2567', span: { start: '2023-10-01', end: '2023-12-31' } },
    { written: 'ไตรมาสที่ 4/67', span: { start: '2024-07-01', end: '2024-09-30' } },
  ])
  for (const found of findThaiDates(text))
    expect(text.slice(found.index).startsWith(found.written)).toBe(true)
})

test.each([
  ['อบรมเมื่อวันที่ 24-25 พ.ย. 66 ที่สำนักงาน', '24-25 พ.ย. 66', '2023-11-24', '2023-11-25'],
  ['ระหว่าง 30 พ.ย. – 2 ธ.ค. 66', '30 พ.ย. – 2 ธ.ค. 66', '2023-11-30', '2023-12-02'],
  ['ระหว่าง 30 ธ.ค. 66 ถึง 2 ม.ค. 67', '30 ธ.ค. 66 ถึง 2 ม.ค. 67', '2023-12-30', '2024-01-02'],
  ['ในเดือนธันวาคม 2565 ได้อบรม', 'ธันวาคม 2565', '2022-12-01', '2022-12-31'],
  ['(ธ.ค. ๖๕)', 'ธ.ค. ๖๕', '2022-12-01', '2022-12-31'],
  ['ช่วง ม.ค. – มี.ค. 67', 'ม.ค. – มี.ค. 67', '2024-01-01', '2024-03-31'],
  ['ลงวันที่ 5/1/2567', '5/1/2567', '2024-01-05', '2024-01-05'],
  ['ลงวันที่ 05/01/2024', '05/01/2024', '2024-01-05', '2024-01-05'],
  ['ในไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2567', 'ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2567', '2023-10-01', '2023-12-31'],
  ['ไตรมาส 2 ของปีงบประมาณ 67', 'ไตรมาส 2 ของปีงบประมาณ 67', '2024-01-01', '2024-03-31'],
])('“%s” names %s once', (text, written, start, end) => {
  expect(findThaiSpans(text)).toEqual([{ written, index: text.indexOf(written), span: { start, end } }])
})

test.each(['ในปีงบประมาณ พ.ศ. 2567', 'อบรมในเดือนมีนาคม 15 คน', 'ครั้งที่ 2/2567', '45/13/2567', 'ฉบับที่ 1/2/3/2567'])(
  '“%s” names no time',
  (text) => {
    expect(findThaiSpans(text)).toEqual([])
  },
)

test('much white space costs little time', () => {
  const gap = ' '.repeat(100_000)
  const text = `24${gap}25${gap}พ.ย.${gap}x ไตรมาส 1${gap}x`
  const before = performance.now()
  expect(findThaiSpans(text)).toEqual([])
  expect(performance.now() - before).toBeLessThan(2000)
})

test('fiscal year 2567 runs from 1 October 2023 to 30 September 2024', () => {
  expect(fiscalYearSpan(2567)).toEqual({ start: '2023-10-01', end: '2024-09-30' })
})

test('a day is written with the Buddhist year in Thai and both years in English', () => {
  expect(formatDay('2024-03-13', 'th')).toBe('13 มีนาคม 2567')
  expect(formatDay('2024-03-13', 'en')).toBe('13 March 2024 (B.E. 2567)')
})

test.each([
  ['2024-11-07', 'วันพฤหัสบดีที่ 7 พฤศจิกายน พ.ศ. 2567'],
  ['2024-02-29', 'วันพฤหัสบดีที่ 29 กุมภาพันธ์ พ.ศ. 2567'],
  ['2025-01-05', 'วันอาทิตย์ที่ 5 มกราคม พ.ศ. 2568'],
])('official papers write the day %s as %s', (day, written) => {
  expect(formatOfficialDay(day)).toBe(written)
})
