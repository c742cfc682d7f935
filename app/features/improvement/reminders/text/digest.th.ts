/** The daily letter of reminders. */
export const digestTh = {
  subject: (count: number, late: number) =>
    late === 0 ? `งาน ITA ที่รอท่านวันนี้ ${count} เรื่อง` : `งาน ITA ที่รอท่านวันนี้ ${count} เรื่อง เกินกำหนด ${late} เรื่อง`,
  greeting: (name: string) => `เรียน คุณ${name}\nเรื่องที่รอท่านในวันนี้มีดังนี้`,
  sections: {
    returned: 'ขอให้แก้ไขแล้วส่งอีกครั้ง',
    overdue: 'เกินกำหนดแล้ว',
    due: 'ใกล้ถึงกำหนด',
    review: 'รอท่านตรวจ',
    expiring: 'หลักฐานใกล้หมดอายุ',
    escalated: 'เกินกำหนดมากกว่า 7 วัน แจ้งท่านในฐานะหัวหน้าส่วนงานหรือผู้ประสานงาน',
  },
  noDay: 'ยังไม่กำหนดวัน',
  due: (day: string) => `กำหนดส่ง ${day}`,
  late: (day: string, days: number) => `กำหนดส่ง ${day} เกินกำหนด ${days} วัน`,
  expires: (day: string) => `หมดอายุ ${day}`,
  more: (count: number) => `และอีก ${count} เรื่อง`,
  action: 'เปิดงานของฉัน',
  closing: (address: string) => `เปลี่ยนเวลาส่งหรือเลิกรับอีเมลนี้ได้ที่ ${address}\nระบบโปร่งใส`,
} as const
