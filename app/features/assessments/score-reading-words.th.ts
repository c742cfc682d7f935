import type { ScoreColumn } from './score-column.table.ts'

/** Heads under which people write a column in Thai. */
export const THAI_HEADS: Readonly<Record<ScoreColumn, readonly string[]>> = {
  year: ['ปี', 'ปีการประเมิน', 'ปีงบประมาณ', 'ปี พ.ศ.'],
  item: ['ข้อ', 'ข้อคำถาม', 'รหัส', 'รหัสข้อ', 'ตัวชี้วัด'],
  value: ['คะแนน', 'คะแนนที่ได้', 'ผลคะแนน'],
  nAnswered: ['ผู้ตอบ', 'จำนวนผู้ตอบ'],
  nRequired: ['ต้องตอบ', 'จำนวนที่ต้องตอบ', 'กลุ่มตัวอย่าง'],
}

/** Words of which a sheet of scores in Windows-874 holds at least two. */
export const SCORE_WORDS = ['ปี', 'ข้อ', 'คะแนน', 'ผู้ตอบ', 'ตัวชี้วัด', 'การประเมิน'] as const
