/** Letters about many measures at once. The name of the agency stands in the frame of every letter. */
export const bulkMailTh = {
  closing: 'ผู้ประสานงาน ITA ของหน่วยงาน\nระบบโปร่งใส',
  action: 'เปิดมาตรการของฉัน',
  line: (title: string, due: string) => `• ${title} กำหนดส่ง ${due}`,
  lineNoDay: (title: string) => `• ${title} ยังไม่กำหนดวันส่ง`,
  more: (count: number) => `และอีก ${count} มาตรการ`,
  note: (note: string) => `ข้อความจากผู้ประสานงาน: ${note}`,
  assignment: {
    subject: (count: number) => `มอบหมายมาตรการ ${count} รายการ`,
    lines: (name: string, by: string, count: number) =>
      `เรียน คุณ${name}\n${by} มอบหมายให้ท่านดูแลมาตรการ ${count} รายการต่อไปนี้`,
  },
  reminder: {
    subject: (count: number) => `แจ้งเตือน: มาตรการที่ยังไม่ได้ส่ง ${count} รายการ`,
    lines: (name: string, by: string, count: number) =>
      `เรียน คุณ${name}\n${by} ขอแจ้งเตือนว่ามีมาตรการที่ท่านดูแล ${count} รายการยังไม่ได้ส่งผลการดำเนินงาน\nโปรดบันทึกสรุปผล แนบหลักฐาน แล้วส่งตรวจ`,
  },
} as const
