import type { DeskAct } from '../desk.policy.ts'

/** สิ่งที่ทำได้ที่ศูนย์รับเรื่อง ตามที่แสดงในตารางสิทธิ. */
export const deskActsTh = {
  'ticket.read': 'อ่านเรื่องที่มีผู้แจ้ง',
  'ticket.add': 'บันทึกเรื่องแทนผู้แจ้ง',
  'ticket.assign': 'มอบหมายเรื่อง',
  'ticket.change': 'แก้ไขประเภท ความเร่งด่วน และวันครบกำหนดของเรื่อง',
  'ticket.answer': 'ตอบผู้แจ้ง',
  'ticket.note': 'เขียนบันทึกภายในของเรื่อง',
  'ticket.merge': 'รวมเรื่องที่ซ้ำกัน',
  'ticket.close': 'ปิดเรื่อง',
  'ticket.reopen': 'เปิดเรื่องใหม่',
  'ticket.junk': 'ทำเครื่องหมายเรื่องที่ไม่ใช่เรื่องจริง',
  'ticket.release': 'เปิดเผยข้อความของเรื่อง และทำเป็นคำถามที่พบบ่อย',
  'ticket.move': 'ย้ายเรื่องไปช่องทางแจ้งเบาะแส',
  'ticket.export': 'ส่งออกรายการเรื่อง',
  'template.change': 'แก้ไขแบบข้อความตอบ',
  'settings.change': 'ตั้งค่าศูนย์รับเรื่อง',
  'statistics.read': 'ดูสถิติเรื่อง',
} as const satisfies Record<DeskAct, string>
