import type { AnswerFaultCode } from '../scoring/answer-cells.domain.ts'
import type { AnswersFileFault } from '../scoring/answers-refusal.domain.ts'

/** Why a file of answers cannot be read: as a whole, and cell by cell. */
export const answersFaultsTh = {
  files: {
    'answers.no-file': 'ไม่มีไฟล์ หรือไฟล์ว่าง โปรดเลือกไฟล์คำตอบ',
    'answers.no-items': 'กรอบการประเมินของปีนี้ยังไม่มีข้อคำถามหรือวิธีคำนวณในระบบ โปรดเลือกปีอื่น',
    'answers.unknown-format': 'ไฟล์นี้ไม่ใช่ CSV หรือ XLSX โปรดบันทึกเป็นแบบใดแบบหนึ่งแล้วลองใหม่',
    'answers.damaged-file': 'เปิดไฟล์ไม่ได้ ไฟล์อาจเสียหาย โปรดบันทึกเป็นไฟล์ใหม่แล้วนำเข้าอีกครั้ง',
    'answers.archive-bomb': 'ไฟล์นี้ขยายออกแล้วใหญ่ผิดปกติ ระบบจึงไม่เปิด',
    'answers.too-large': 'ไฟล์ใหญ่เกินไป โปรดใช้ไฟล์ไม่เกิน 5 MB',
    'answers.table-too-large': 'ตารางกว้างเกินไป โปรดลบคอลัมน์ที่ไม่ใช้',
    'answers.unknown-encoding': 'อ่านตัวอักษรในไฟล์ไม่ได้ โปรดบันทึกเป็น CSV UTF-8 หรือ XLSX',
    'answers.refused': 'มีช่องที่ต้องแก้ ยังไม่มีคำตอบใดถูกบันทึก',
  } satisfies Record<AnswersFileFault, string>,
  cells: {
    'answers.no-column': (value: string, _other: string) => `ไม่พบคอลัมน์ ${value} ในแถวหัวคอลัมน์`,
    'answers.unknown-column': (value: string, other: string) =>
      `หัวคอลัมน์ “${value}” ไม่ใช่รหัสข้อของปี พ.ศ. ${other}`,
    'answers.column-twice': (value: string, other: string) => `หัวคอลัมน์ “${value}” ซ้ำกับคอลัมน์ที่ ${other}`,
    'answers.several-scales': (value: string, _other: string) =>
      `ข้อ ${value} มีข้อย่อยที่ใช้มาตรวัดต่างกัน โปรดแยกเป็นคอลัมน์ละข้อย่อย`,
    'answers.no-agency': (_value: string, _other: string) => 'ไม่มีรหัสหน่วยงาน',
    'answers.unknown-instrument': (value: string, _other: string) =>
      `“${value}” ไม่ใช่แบบสำรวจ โปรดใส่ IIT หรือ EIT`,
    'answers.other-instrument': (value: string, other: string) =>
      `แถวนี้เป็น ${other} จึงไม่มีคำตอบ “${value}” ของเครื่องมืออื่น`,
    'answers.unknown-option': (value: string, other: string) =>
      `“${value}” ไม่ใช่ตัวเลือกของข้อนี้ ใส่ลำดับ 1 ถึง ${other} หรือข้อความของตัวเลือก`,
    'answers.bad-disclosure': (value: string, _other: string) => `“${value}” ไม่ใช่ 0 หรือ 100`,
    'answers.disclosure-twice': (value: string, other: string) =>
      `คะแนน OIT ของ ${value} มีแล้วในแถวที่ ${other}`,
    'answers.too-many-cells': (_value: string, _other: string) => 'ช่องนี้อยู่นอกหัวคอลัมน์',
    'answers.no-rows': (_value: string, _other: string) => 'ไม่มีคำตอบใต้หัวคอลัมน์',
    'answers.formula': (_value: string, _other: string) =>
      'ช่องนี้เป็นสูตร ระบบไม่คำนวณสูตร โปรดวางเฉพาะค่า (Paste Values) แล้วบันทึกใหม่',
    'answers.long-row': (_value: string, _other: string) => 'แถวนี้ยาวเกินไป',
  } satisfies Record<AnswerFaultCode, (value: string, other: string) => string>,
} as const
