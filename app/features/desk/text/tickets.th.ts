import type { EventKind, Priority, TicketChannel, TicketKind, TicketState } from '../tickets/ticket.domain.ts'

/** คำที่ใช้เรียกเรื่องที่รับไว้ ทุกแห่งเหมือนกัน. */
export const ticketsTh = {
  kinds: {
    praise: 'คำชมเชย',
    suggestion: 'ข้อเสนอแนะ',
    question: 'ข้อสอบถาม',
    complaint: 'เรื่องร้องเรียนบริการ',
  } satisfies Record<TicketKind, string>,
  states: {
    new: 'เรื่องใหม่',
    assigned: 'มอบหมายแล้ว',
    'in-progress': 'กำลังดำเนินการ',
    reopened: 'เปิดใหม่',
    answered: 'ตอบแล้ว',
    closed: 'ปิดเรื่องแล้ว',
    merged: 'รวมกับเรื่องอื่น',
    junk: 'ไม่ใช่เรื่องจริง',
    moved: 'ย้ายไปช่องทางแจ้งเบาะแส',
  } satisfies Record<TicketState, string>,
  priorities: { high: 'เร่งด่วน', normal: 'ปกติ', low: 'ไม่เร่งด่วน' } satisfies Record<Priority, string>,
  channels: {
    web: 'เว็บไซต์',
    counter: 'จุดให้บริการ',
    staff: 'เจ้าหน้าที่บันทึกแทน',
    open311: 'ระบบอื่น (Open311)',
  } satisfies Record<TicketChannel, string>,
  events: {
    received: 'รับเรื่อง',
    addition: 'ผู้แจ้งเพิ่มข้อมูล',
    answer: 'ตอบผู้แจ้ง',
    note: 'บันทึกภายใน',
    assigned: 'มอบหมาย',
    changed: 'แก้ไขข้อมูลเรื่อง',
    merged: 'รวมเข้ากับเรื่องอื่น',
    'took-in': 'รับเรื่องอื่นมารวม',
    reopened: 'เปิดเรื่องใหม่',
    closed: 'ปิดเรื่อง',
    junk: 'ทำเครื่องหมายว่าไม่ใช่เรื่องจริง',
    restored: 'นำกลับมาเป็นเรื่องจริง',
    rated: 'ผู้แจ้งให้คะแนน',
    released: 'เปลี่ยนข้อความที่เปิดเผย',
    question: 'ทำเป็นคำถามที่พบบ่อย',
    moved: 'ย้ายไปช่องทางแจ้งเบาะแส',
    overdue: 'แจ้งเตือนว่าเกินกำหนด',
    erased: 'ลบชื่อและช่องทางติดต่อของผู้แจ้ง',
  } satisfies Record<EventKind, string>,
} as const
