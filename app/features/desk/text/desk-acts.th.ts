import type { DeskAct } from '../desk.policy.ts'

export const deskActsTh = {
  'ticket.read': 'อ่านเรื่องที่ประชาชนแจ้ง',
  'ticket.add': 'บันทึกเรื่องแทนผู้แจ้ง',
  'ticket.assign': 'มอบหมายเรื่อง',
  'ticket.change': 'แก้ไขประเภท ความเร่งด่วน และกำหนดของเรื่อง',
  'ticket.answer': 'ตอบเรื่อง',
  'ticket.note': 'เขียนบันทึกภายในของเรื่อง',
  'ticket.merge': 'รวมเรื่องที่ซ้ำกัน',
  'ticket.close': 'ปิดเรื่อง',
  'ticket.reopen': 'เปิดเรื่องอีกครั้ง',
  'ticket.junk': 'คัดเรื่องที่ไม่ใช่ของหน่วยงานออก',
  'ticket.release': 'เผยแพร่ข้อความของเรื่องหรือทำเป็นคำถามที่พบบ่อย',
  'ticket.move': 'ย้ายเรื่องไปช่องทางแจ้งเบาะแส',
  'ticket.export': 'ส่งออกรายการเรื่อง',
  'template.change': 'แก้ไขแบบข้อความตอบ',
  'settings.change': 'ตั้งค่าศูนย์รับเรื่อง',
  'statistics.read': 'ดูสถิติของศูนย์รับเรื่อง',
} satisfies Record<DeskAct, string>
