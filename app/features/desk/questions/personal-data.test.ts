import { expect, test } from 'vitest'
import { findPersonalData, markedParts } from './personal-data.domain.ts'

const found = (text: string) =>
  findPersonalData(text).map(({ start, end, kind }) => [kind, text.slice(start, end)])

test('addresses, telephone and citizen numbers are found in the midst of Thai', () => {
  expect(found('ติดต่อ somchai.t@example.co.th หรือ 081-234-5678 บัตร 1-2345-67890-12-1 ครับ')).toEqual([
    ['email', 'somchai.t@example.co.th'],
    ['telephone', '081-234-5678'],
    ['national-id', '1-2345-67890-12-1'],
  ])
})

test('numbers are found in Thai digits, with blanks, brackets and the code of the country', () => {
  expect(found('โทร ๐๘๑ ๒๓๔ ๕๖๗๘')).toEqual([['telephone', '๐๘๑ ๒๓๔ ๕๖๗๘']])
  expect(found('(02) 123-4567')).toEqual([['telephone', '(02) 123-4567']])
  expect(found('+66 81 234 5678')).toEqual([['telephone', '+66 81 234 5678']])
  expect(found('๑๒๓๔๕๖๗๘๙๐๑๒๓')).toEqual([['national-id', '๑๒๓๔๕๖๗๘๙๐๑๒๓']])
})

test('days, amounts, laws and references are not taken for a person', () => {
  for (const text of [
    'วันที่ 31/12/2570 เวลา 08.30 น.',
    'ค่าธรรมเนียม 1,250,000.00 บาท',
    'พ.ร.บ. ข้อมูลข่าวสารของราชการ พ.ศ. 2540 มาตรา 7 และ 9',
    'เลขที่อ้างอิง R-2570-4839207',
    'ปี 2567-2570',
  ])
    expect(found(text), text).toEqual([])
})

test('the marked parts are the text, whole', () => {
  const text = 'ก a@b.co ข 0812345678'
  expect(
    markedParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
  expect(markedParts(text).map(({ kind }) => kind)).toEqual([null, 'email', null, 'telephone'])
  expect(markedParts('')).toEqual([])
})
