/** What the parts of a ticket are called, at the desk and in public. */
export const deskWordsTh = {
  kinds: {
    praise: 'คำชมเชย',
    suggestion: 'ข้อเสนอแนะ',
    question: 'คำถาม',
    complaint: 'ร้องเรียนการให้บริการ',
  },
  states: {
    new: 'เรื่องใหม่',
    assigned: 'มอบหมายแล้ว',
    'in-progress': 'กำลังดำเนินการ',
    answered: 'ตอบแล้ว',
    closed: 'ปิดเรื่องแล้ว',
    reopened: 'เปิดเรื่องอีกครั้ง',
    merged: 'รวมกับเรื่องอื่นแล้ว',
    junk: 'ไม่ใช่เรื่องของหน่วยงาน',
    moved: 'ย้ายไปช่องทางแจ้งเบาะแส',
  },
  priorities: { low: 'ไม่เร่งด่วน', normal: 'ปกติ', high: 'เร่งด่วน' },
  channels: {
    web: 'เว็บไซต์',
    counter: 'จุดบริการ (คิวอาร์โค้ด)',
    staff: 'เจ้าหน้าที่บันทึกแทน',
    open311: 'ระบบภายนอก (Open311)',
  },
}
