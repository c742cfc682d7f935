/** What the desk says of itself in public. */
export const publicStatisticsTh = {
  title: 'สถิติเรื่องที่ได้รับ',
  yearTitle: (year: number) => `สถิติเรื่องที่ได้รับ ปีงบประมาณ พ.ศ. ${year}`,
  lead: 'จำนวนคำชมเชย ข้อเสนอแนะ ข้อสอบถาม และเรื่องร้องเรียนบริการ และผลการดำเนินการ ไม่มีข้อมูลส่วนบุคคล เรื่องการแจ้งเบาะแสการทุจริตไม่รวมอยู่ที่นี่',
  asOf: (moment: string) => `ข้อมูล ณ ${moment} น.`,
  noneYet: 'ปีนี้ยังไม่มีเรื่องที่ได้รับ ตารางจึงแสดงศูนย์',
  years: 'ปีงบประมาณ',
  by: { month: 'รายเดือน', quarter: 'รายไตรมาส', year: 'รายปีงบประมาณ', unit: 'รายส่วนงาน', kind: 'ตามประเภท' },
  first: { month: 'เดือน', quarter: 'ไตรมาส', year: 'ปีงบประมาณ', unit: 'ส่วนงาน', kind: 'ประเภท' },
  columns: {
    received: 'ได้รับ',
    done: 'แล้วเสร็จ',
    inProgress: 'อยู่ระหว่างดำเนินการ',
    answeredInTime: 'ตอบทันกำหนด',
    answeredLate: 'ตอบเกินกำหนด',
    overdue: 'เกินกำหนดและยังไม่ตอบ',
  },
  total: 'รวม',
  chartTitle: (year: number) => `เรื่องที่ได้รับและแล้วเสร็จรายเดือน ปีงบประมาณ พ.ศ. ${year}`,
  chartSaid: (received: number, done: number) =>
    `ได้รับ ${received} เรื่อง แล้วเสร็จ ${done} เรื่อง ตัวเลขแต่ละเดือนอยู่ในตาราง`,
  formsHeading: 'สำหรับใช้ต่อ',
  csv: 'ดาวน์โหลด CSV',
  json: 'ดาวน์โหลด JSON',
  open311: 'โปรแกรมอื่นอ่านและส่งเรื่องที่มีสถานที่ได้ตามมาตรฐาน Open311 GeoReport v2',
  noYear: 'ไม่มีสถิติของปีนี้',
} as const
