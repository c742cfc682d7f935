import { THAI_MONTHS } from '../../../kernel/thai-calendar.th.ts'

/** ชื่อแถวของสถิติ และคำอธิบายชุดข้อมูล. */
export const figuresTh = {
  month: (month: number, year: number) => `${THAI_MONTHS[month - 1]?.[0] ?? ''} ${year}`,
  quarter: (quarter: number, year: number) => `ไตรมาสที่ ${quarter} ปีงบประมาณ ${year}`,
  year: (year: number) => `ปีงบประมาณ ${year}`,
  noUnit: 'ยังไม่ได้มอบหมายส่วนงาน',
  dataset: {
    title: 'สถิติเรื่องชมเชย เสนอแนะ สอบถาม และร้องเรียนบริการ',
    description:
      'จำนวนเรื่องที่ได้รับที่ศูนย์รับเรื่อง เรื่องที่แล้วเสร็จ เรื่องที่อยู่ระหว่างดำเนินการ และเรื่องที่ตอบทันกำหนด เป็นรายเดือนและตามประเภท เดือนที่ไม่มีเรื่องแสดงเป็นศูนย์ ไม่รวมการแจ้งเบาะแสการทุจริต',
    objective: 'ให้ประชาชนติดตามการดูแลเรื่องที่แจ้งกับหน่วยงาน',
    keyword: 'เรื่องร้องเรียน',
    fields: {
      fiscalYear: 'ปีงบประมาณ (พ.ศ.)',
      month: 'เดือน',
      year: 'ปี (พ.ศ.)',
      kind: 'รหัสประเภท',
      kindTh: 'ประเภท',
      kindEn: 'ประเภท (อังกฤษ)',
      received: 'ได้รับ',
      done: 'แล้วเสร็จ',
      inProgress: 'อยู่ระหว่างดำเนินการ',
      answeredInTime: 'ตอบทันกำหนด',
      answeredLate: 'ตอบเกินกำหนด',
      overdue: 'เกินกำหนดและยังไม่ตอบ',
    },
  },
} as const
