import type { ScoreFileFault } from '../assessments.errors.ts'
import type { ScoreColumn } from '../score-column.table.ts'
import type { ScoreFaultCode } from '../score-sheet.domain.ts'

/** The page on which results of the assessment come in and are shown. */
export const scoresPageTh = {
  title: 'ผลคะแนนการประเมิน',
  lead: 'คะแนนที่นำเข้าพร้อมที่มาของทุกค่า ใช้อ้างในผลการวิเคราะห์และผลลัพธ์ ไม่ต้องพิมพ์ตัวเลขซ้ำ',
  emptyTitle: 'ยังไม่มีผลคะแนน',
  emptyBody:
    'ผลลัพธ์ของประเด็นเทียบคะแนนสองปีได้ต่อเมื่อมีคะแนนของทั้งสองปี เริ่มจากเตรียมไฟล์หนึ่งแถวต่อหนึ่งคะแนน แล้วนำเข้าด้านล่าง',
  errorTitle: 'ยังนำเข้าไม่ได้',
  importTitle: 'นำเข้าผลคะแนน',
  file: 'ไฟล์ผลคะแนน (XLSX หรือ CSV)',
  fileHint: 'ไม่เกิน 1 MB หัวคอลัมน์ภาษาไทยหรืออังกฤษก็ได้',
  sourceNote: 'ที่มาของคะแนน',
  sourceNoteHint: 'เช่น ระบบ ITAS ประกาศผลเมื่อวันที่ 2 ส.ค. 67 (ไม่บังคับ)',
  check: 'ตรวจไฟล์',
  ruleTitle: 'วิธีเตรียมไฟล์',
  rules: {
    columns: 'คอลัมน์ที่ต้องมี: ปี, ข้อ, คะแนน และเพิ่มได้: ผู้ตอบ, ต้องตอบ',
    item: 'ข้อ เขียนตามกรอบของปีนั้น เช่น i1, e11, O28 หรือตัวชี้วัดเป็น ind6 ทุกแถวต้องมีปีของตน',
    value: 'คะแนนเต็ม 100 ทศนิยมไม่เกินสองตำแหน่ง',
    correct: 'คะแนนที่มีอยู่แล้วและต่างจากไฟล์ จะเก็บค่าเดิมไว้และใช้ค่าใหม่แทน',
  },
  previewTitle: 'ตรวจแล้ว ไม่พบข้อผิดพลาด',
  previewLead: (file: string, rows: number) => `${file} มี ${rows} คะแนน เมื่อยืนยัน ระบบจะดำเนินการตามนี้เท่านั้น`,
  nothing: 'ทุกคะแนนตรงกับที่มีอยู่แล้ว ไม่มีสิ่งที่ต้องนำเข้า',
  counts: (added: number, corrected: number, unchanged: number) =>
    `เพิ่ม ${added} คะแนน แก้ไข ${corrected} คะแนน เหมือนเดิม ${unchanged} คะแนน`,
  confirm: 'ยืนยันการนำเข้า',
  otherFile: 'เลือกไฟล์อื่น',
  imported: (added: number, corrected: number) => `นำเข้าแล้ว เพิ่ม ${added} คะแนน แก้ไข ${corrected} คะแนน`,
  notKept: 'ไฟล์ที่เลือกไว้ไม่ได้เก็บไว้ โปรดเลือกไฟล์อีกครั้ง',
  faultCount: (count: number, shown: number) =>
    count > shown ? `พบ ${count} ช่องที่ต้องแก้ แสดง ${shown} ช่องแรก` : `พบ ${count} ช่องที่ต้องแก้`,
  faultColumns: { cell: 'ช่อง', fault: 'สิ่งที่ต้องแก้' },
  place: (sheet: string | null, cell: string) =>
    sheet === null ? `ช่อง ${cell}` : `แผ่นงาน ${sheet} ช่อง ${cell}`,
  tableTitle: (year: number) => `คะแนน ITA ปี พ.ศ. ${year}`,
  years: 'ปีของกรอบการประเมิน',
  columns: { item: 'ข้อ', title: 'ชื่อข้อ', value: 'คะแนน', n: 'ผู้ตอบ', source: 'ที่มา', was: 'ค่าเดิม' },
  answered: (answered: number, required: number | null) =>
    required === null ? `${answered}` : `${answered} จาก ${required}`,
  source: (file: string, row: number, day: string) => `${file} แถวที่ ${row} นำเข้า ${day}`,
  heads: {
    year: 'ปี',
    item: 'ข้อ',
    value: 'คะแนน',
    nAnswered: 'ผู้ตอบ',
    nRequired: 'ต้องตอบ',
  } satisfies Record<ScoreColumn, string>,
  fileFaults: {
    'score.no-file': 'ไม่มีไฟล์ หรือไฟล์ว่าง โปรดเลือกไฟล์ผลคะแนน',
    'score.unknown-format': 'ไฟล์นี้ไม่ใช่ XLSX หรือ CSV โปรดบันทึกเป็นแบบใดแบบหนึ่งแล้วลองใหม่',
    'score.damaged-file': 'เปิดไฟล์ไม่ได้ ไฟล์อาจเสียหาย โปรดบันทึกเป็นไฟล์ใหม่แล้วนำเข้าอีกครั้ง',
    'score.archive-bomb': 'ไฟล์นี้ขยายออกแล้วใหญ่ผิดปกติ ระบบจึงไม่เปิด',
    'score.too-large': 'ไฟล์ใหญ่เกินไป โปรดใช้ไม่เกิน 1 MB และ 20,000 แถว',
    'score.table-too-large': 'ตารางกว้างเกินไป โปรดลบคอลัมน์ที่ไม่ใช้',
    'score.unknown-encoding': 'อ่านตัวอักษรในไฟล์ไม่ได้ โปรดบันทึกเป็น CSV UTF-8 หรือ XLSX',
    'score.refused': 'มีช่องที่ต้องแก้ ยังไม่มีคะแนนใดถูกบันทึก',
    'score.changed-since': 'คะแนนในระบบเปลี่ยนไปหลังจากตรวจไฟล์ โปรดดูรายการใหม่แล้วยืนยันอีกครั้ง',
  } satisfies Record<ScoreFileFault, string>,
  cellFaults: {
    'score.no-head': (_value: string, _other: string) => 'ไม่พบแถวหัวคอลัมน์ โปรดใส่หัวคอลัมน์ ปี ข้อ คะแนน ในแถวแรก',
    'score.no-column': (value: string, _other: string) => `ไม่พบคอลัมน์ “${value}”`,
    'score.no-rows': (_value: string, _other: string) => 'ไม่มีคะแนนใต้หัวคอลัมน์',
    'score.formula': (_value: string, _other: string) =>
      'ช่องนี้เป็นสูตร ระบบไม่คำนวณสูตร โปรดวางเฉพาะค่า (Paste Values) แล้วบันทึกใหม่',
    'score.bad-year': (value: string, _other: string) => `“${value}” ไม่ใช่ปี โปรดระบุปี พ.ศ. เช่น 2567`,
    'score.unknown-item': (value: string, other: string) =>
      `กรอบการประเมินปี พ.ศ. ${other} ไม่มีข้อ “${value}” โปรดตรวจรหัสข้อของปีนั้น`,
    'score.no-value': (_value: string, _other: string) => 'ไม่มีคะแนน หากไม่มีคะแนนของข้อนี้ โปรดลบแถว',
    'score.bad-value': (value: string, _other: string) => `“${value}” ไม่ใช่ตัวเลข`,
    'score.out-of-range': (value: string, _other: string) => `“${value}” ไม่อยู่ระหว่าง 0 ถึง 100`,
    'score.too-precise': (value: string, _other: string) =>
      `“${value}” มีทศนิยมเกินสองตำแหน่ง โปรดใช้ค่าตามที่ประกาศ`,
    'score.bad-count': (value: string, _other: string) => `“${value}” ไม่ใช่จำนวนผู้ตอบ`,
    'score.twice': (value: string, other: string) => `ข้อ ${value} ซ้ำกับแถวที่ ${other}`,
  } satisfies Record<ScoreFaultCode, (value: string, other: string) => string>,
} as const
