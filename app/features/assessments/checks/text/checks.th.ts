import type { CheckCode, CheckSeverity } from '../data-check.domain.ts'

/** The page of data checks: what was found, and what to do about it. */
export const checksTh = {
  title: 'ตรวจข้อมูลผลการประเมิน',
  lead: 'สิ่งที่ควรตรวจในคะแนนที่นำเข้าแล้ว ระบบบอกเหตุผลและสิ่งที่ควรทำ แต่ไม่แก้ค่าใดเอง',
  emptyTitle: 'ยังไม่มีข้อมูลให้ตรวจ',
  emptyBody: 'เมื่อนำเข้าผลคะแนนแล้ว หน้านี้จะบอกค่าที่ซ้ำกัน ค่าที่เป็นไปไม่ได้ ค่าที่ไม่ตรงกับผลคำนวณ และที่มาที่ยังไม่ยืนยัน',
  toImport: 'นำเข้าผลคะแนน',
  years: 'ปี',
  allYears: 'ทุกปี',
  yearOf: (year: number) => `พ.ศ. ${year}`,
  severities: 'ความสำคัญ',
  all: 'ทั้งหมด',
  severity: {
    error: 'ต้องแก้',
    warning: 'ควรสอบถาม',
    info: 'ควรทราบ',
  } satisfies Record<CheckSeverity, string>,
  nothing: 'ไม่พบสิ่งที่ต้องตรวจตามตัวกรองนี้',
  toYear: 'ดูคะแนนของปี',
  toCompare: 'ดูการเปรียบเทียบปี',
  toImports: 'ดูการนำเข้า',
  titles: {
    'equal-values': 'คะแนนเท่ากันในข้อต่างกัน',
    'repeated-value': 'คะแนนเดียวถูกเทียบกับหลายข้อ',
    'out-of-range': 'คะแนนอยู่นอกช่วง',
    'unknown-level': 'ไม่มีระดับนี้ในปีนั้น',
    'cannot-be': 'ค่าที่ประกาศเป็นไปไม่ได้',
    'implied-value': 'ค่าที่น่าจะเป็นของส่วนที่ขาด',
    'figure-differs': 'ค่าที่ประกาศไม่ตรงกับที่คำนวณ',
    'level-differs': 'ระดับที่ประกาศไม่ตรงกับเกณฑ์',
    'imported-again': 'นำเข้าปีเดียวกันมากกว่าหนึ่งครั้ง',
    'unverified-row': 'ข้อที่ยังไม่ยืนยันกับคู่มือ',
    'unverified-level': 'เกณฑ์ระดับยังไม่ยืนยัน',
    'too-few-answers': 'ผู้ตอบน้อยกว่าที่กำหนด',
    'no-framework': 'ยังไม่มีกรอบการประเมินของปีนี้',
  } satisfies Record<CheckCode, string>,
  equalValues: (value: string, items: string) =>
    `${value} ปรากฏทั้งที่ ${items} อาจเท่ากันจริงหรือคัดลอกผิดช่อง โปรดเทียบกับประกาศผล`,
  repeatedValue: (value: string, item: string, earlier: string) =>
    `${value} ของ ${item} จะถูกเทียบซ้ำกับ ${earlier} ซึ่งเป็นคนละคำถาม โปรดอ้างค่านี้กับข้อเดียวที่เทียบกันได้ และบอกว่าข้ออื่นไม่ได้วัดซ้ำ`,
  outOfRange: (part: string, value: string, outOf: string) =>
    `${part} เป็น ${value} แต่ต้องอยู่ระหว่าง 0 ถึง ${outOf} โปรดแก้ในไฟล์แล้วนำเข้าใหม่`,
  unknownLevel: (level: string) => `“${level}” ไม่ใช่ระดับของปีนี้ โปรดตรวจปีและระดับในไฟล์`,
  cannotBe: (part: string, value: string, known: number, parts: number) =>
    `${part} ประกาศไว้ ${value} แต่ส่วนย่อยที่รู้แล้ว ${known} จาก ${parts} ส่วน ทำให้ส่วนที่เหลือต้องต่ำกว่า 0 หรือเกิน 100 โปรดตรวจค่าที่ประกาศและส่วนย่อย`,
  impliedValue: (part: string, missing: string, value: string) =>
    `หาก ${part} ถูกต้อง ${missing} ต้องเป็น ${value} ใช้เพื่อสอบทานเท่านั้น ระบบไม่บันทึกเป็นคะแนน`,
  figureDiffers: (part: string, printed: string, computed: string, by: string) =>
    `${part} ประกาศไว้ ${printed} แต่คำนวณจากส่วนย่อยได้ ${computed} (ต่าง ${by}) โปรดเทียบกับประกาศหรือสอบถามผู้ประเมิน`,
  roundingSized: (part: string, printed: string, computed: string) =>
    `${part} ประกาศไว้ ${printed} คำนวณได้ ${computed} ต่างหนึ่งหน่วยทศนิยมที่สอง มักเกิดจากการปัดเศษคนละขั้น ไม่ต้องแก้`,
  levelDiffers: (printed: string, computed: string) =>
    `ประกาศระดับ “${printed}” แต่คะแนนตามเกณฑ์ของปีนี้ได้ “${computed}” โปรดตรวจคะแนนรายเครื่องมือและประกาศผล`,
  importedAgain: (imports: string) => `${imports} ค่าที่ใช้คือค่าล่าสุดของแต่ละข้อ โปรดตรวจว่าทุกไฟล์มาจากประกาศเดียวกัน`,
  oneImport: (file: string, day: string, figures: number) => `${file} (${day}, ${figures} ค่า)`,
  unverifiedRow: (items: string) =>
    `คะแนนของ ${items} อยู่ใต้ข้อที่ยังไม่ได้ตรวจกับคู่มือของปีนั้น โปรดตรวจคู่มือ แล้วนำเข้ากรอบที่ถูกต้อง`,
  unverifiedLevel: (level: string) => `ระดับ “${level}” ตัดสินด้วยเกณฑ์ที่ยังไม่ได้ตรวจกับคู่มือของปีนั้น โปรดตรวจก่อนอ้างอิง`,
  range: (fewest: number, most: number) => (fewest === most ? `${fewest}` : `${fewest}–${most}`),
  andMore: (first: string, more: number) => `${first} และอีก ${more} รายการ`,
  tooFewAnswers: (part: string, answered: string, required: number) =>
    `${part} มีผู้ตอบ ${answered} คน จากที่ต้องตอบ ${required} คน โปรดตรวจจำนวน หรือระบุข้อจำกัดนี้เมื่ออ้างคะแนน`,
  noFramework: 'ตรวจคะแนนของปีนี้ไม่ได้จนกว่าจะนำเข้ากรอบการประเมินของปีนั้น',
  itemOf: (code: string, year: number) => `${code} ปี พ.ศ. ${year}`,
  indicatorOf: (number: string, year: number) => `ตัวชี้วัดที่ ${number} ปี พ.ศ. ${year}`,
  total: 'คะแนนรวม',
  level: 'ระดับ',
  and: 'และ',
} as const
