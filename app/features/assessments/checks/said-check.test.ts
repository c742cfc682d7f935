import { describe, expect, it } from 'vitest'
import { itemRef } from '../../../kernel/item-ref.ts'
import type { DataCheck } from './data-check.domain.ts'
import { saidCheck } from './said-check.ts'

const e = (year: number, code: string) => itemRef(year, code)
const REPEATED: DataCheck = {
  code: 'repeated-value',
  year: 2567,
  severity: 'warning',
  value: '88.31',
  ref: e(2567, 'e6'),
  earlier: [e(2566, 'e8'), e(2566, 'e11')],
}
const levelWord = (year: number, key: string) => `${key} of ${year}`

describe('the sentence of a finding', () => {
  it('names every item with its year, and says what to do, in both languages', () => {
    expect(saidCheck('th', REPEATED, levelWord)).toContain(
      '88.31 ของ e6 ปี พ.ศ. 2567 จะถูกเทียบซ้ำกับ e8 ปี พ.ศ. 2566 และ e11 ปี พ.ศ. 2566',
    )
    expect(saidCheck('en', REPEATED, levelWord)).toContain(
      '88.31 of e6 of 2567 would be compared again and again, with e8 of 2566 and e11 of 2566',
    )
    const equal: DataCheck = {
      code: 'equal-values',
      year: 2567,
      severity: 'warning',
      value: '85.22',
      refs: [e(2567, 'e5'), e(2567, 'e7')],
    }
    expect(saidCheck('th', equal, levelWord)).toContain('85.22 ปรากฏทั้งที่ e5 ปี พ.ศ. 2567 และ e7 ปี พ.ศ. 2567')
  })

  it('says of an implied value that it is not kept, and of a hundredth that nothing is to be corrected', () => {
    const implied: DataCheck = {
      code: 'implied-value',
      year: 2567,
      severity: 'info',
      part: e(2567, 'ind6'),
      missing: e(2567, 'e3'),
      value: '98.40',
    }
    expect(saidCheck('th', implied, levelWord)).toBe(
      'หาก ตัวชี้วัดที่ 6 ปี พ.ศ. 2567 ถูกต้อง e3 ปี พ.ศ. 2567 ต้องเป็น 98.40 ใช้เพื่อสอบทานเท่านั้น ระบบไม่บันทึกเป็นคะแนน',
    )
    const hundredth: DataCheck = {
      code: 'figure-differs',
      year: 2567,
      severity: 'info',
      mismatch: {
        of: 'EIT',
        printed: '26.02',
        computed: '26.03',
        outOf: '30',
        difference: '+0.01',
        isRoundingSized: true,
      },
    }
    expect(saidCheck('en', hundredth, levelWord)).toContain('Nothing to correct')
  })

  it('names levels by their words and files by name and day', () => {
    const level: DataCheck = {
      code: 'level-differs',
      year: 2567,
      severity: 'error',
      printed: 'good',
      computed: 'passed',
    }
    expect(saidCheck('en', level, levelWord)).toContain('“good of 2567”')
    const again: DataCheck = {
      code: 'imported-again',
      year: 2567,
      severity: 'info',
      imports: [{ year: 2567, fileName: 'a.csv', day: '2024-10-01', figures: 12 }],
    }
    expect(saidCheck('th', again, levelWord)).toContain('a.csv (1 ตุลาคม 2567, 12 ค่า)')
  })

  it('names the first of many items and says how many more', () => {
    const short: DataCheck = {
      code: 'too-few-answers',
      year: 2567,
      severity: 'warning',
      parts: ['i1', 'i2', 'i3', 'i4', 'i5'].map((code) => e(2567, code)),
      fewest: 109,
      most: 112,
      nRequired: 120,
    }
    expect(saidCheck('th', short, levelWord)).toContain(
      'i1 ปี พ.ศ. 2567, i2 ปี พ.ศ. 2567, i3 ปี พ.ศ. 2567 และอีก 2 รายการ มีผู้ตอบ 109–112 คน จากที่ต้องตอบ 120 คน',
    )
    expect(saidCheck('en', { ...short, parts: [e(2567, 'i1')], most: 109 }, levelWord)).toContain(
      'answered by 109 of 120',
    )
  })
})
