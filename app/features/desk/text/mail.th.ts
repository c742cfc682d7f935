/** จดหมายถึงผู้แจ้งเรื่อง. */
export const deskMailTh = {
  subjects: {
    answer: (reference: string) => `คำตอบเรื่อง ${reference}`,
    interim: (reference: string) => `ความคืบหน้าเรื่อง ${reference}`,
    closed: (reference: string) => `ปิดเรื่อง ${reference} แล้ว`,
  },
  opening: (reference: string, day: string) => `ท่านแจ้งเรื่องไว้เมื่อวันที่ ${day} เลขอ้างอิง ${reference}`,
  files: 'มีไฟล์แนบกับคำตอบนี้ เปิดดูได้ที่หน้าติดตามเรื่อง',
  comeBack: (day: string) =>
    `ข้อความนี้เขียนเมื่อวันที่ ${day} ท่านดูเรื่องทั้งหมด เพิ่มข้อมูล หรือแจ้งว่าเรื่องยังไม่เสร็จได้ที่หน้าติดตามเรื่อง โดยใช้เลขอ้างอิงและรหัสติดตามที่ได้รับเมื่อแจ้งเรื่อง`,
  followUp: 'เปิดหน้าติดตามเรื่อง',
  closing: 'จดหมายนี้ส่งโดยอัตโนมัติ โปรดอย่าตอบกลับ',
} as const

/** สิ่งที่ย้ายไปช่องทางแจ้งเบาะแสพร้อมกับข้อความ. */
export const movedWordsTh = { name: 'ชื่อ', email: 'อีเมล', telephone: 'โทรศัพท์', place: 'สถานที่' } as const
