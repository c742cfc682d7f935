import { expect, test } from 'vitest'
import { namedAlike, unitNames, unitsIn } from './owners.domain.ts'

const read = (text: string) =>
  unitsIn(text).map(({ name, code }) => (code === null ? name : `${name}|${code}`))

test.each([
  ['ส่วนบริหารความเสี่ยง (CSR)', ['ส่วนบริหารความเสี่ยง|CSR']],
  ['เจ้าของบริการ และ ส่วน การตลาดและการสื่อสาร (DCM)', ['เจ้าของบริการ', 'ส่วน การตลาดและการสื่อสาร|DCM']],
  [
    'ฝ่ายตรวจสอบภายใน (IA), ส่วนการตลาดและการสื่อสาร (DCM) ส่วนบริหารความเสี่ยง (CSR)',
    ['ฝ่ายตรวจสอบภายใน|IA', 'ส่วนการตลาดและการสื่อสาร|DCM', 'ส่วนบริหารความเสี่ยง|CSR'],
  ],
  ['กองคลังและกองช่าง', ['กองคลัง', 'กองช่าง']],
  ['กองการศึกษา ศาสนาและวัฒนธรรม', ['กองการศึกษา ศาสนาและวัฒนธรรม']],
  ['สำนักปลัด\nกองคลัง', ['สำนักปลัด', 'กองคลัง']],
  ['- สำนักปลัด\n- กองคลัง (FN)', ['สำนักปลัด', 'กองคลัง|FN']],
  ['1) สำนักปลัด 2) กองคลัง (FN)', ['สำนักปลัด', 'กองคลัง|FN']],
  ['ทุกส่วนราชการ', ['ทุกส่วนราชการ']],
  ['ฝ่าย/ส่วนงานที่เกี่ยวข้อง', ['ฝ่าย/ส่วนงานที่เกี่ยวข้อง']],
  ['สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)', ['สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)']],
  ['(CSR)', []],
  ['', []],
])('“%s” names %j', (text, units) => {
  expect(read(text)).toEqual(units)
})

test('a unit whose name is broken by a space is named as the other mentions write it', () => {
  const broken = { name: 'ส่วน การตลาด', code: 'DCM' }
  const names = unitNames([broken, { name: 'ส่วนการตลาด', code: 'DCM' }, { name: 'ส่วนการตลาด', code: 'DCM' }])
  expect(namedAlike(broken, names)).toEqual({ name: 'ส่วนการตลาด', code: 'DCM' })
})

test('two units with one code and different names stay two', () => {
  const names = unitNames([
    { name: 'ฝ่ายกฎหมาย', code: 'LG' },
    { name: 'ฝ่ายโลจิสติกส์', code: 'LG' },
  ])
  expect(namedAlike({ name: 'ฝ่ายกฎหมาย', code: 'LG' }, names).name).toBe('ฝ่ายกฎหมาย')
})
