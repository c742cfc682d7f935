/** ความเห็น on an issue or a measure. */
export const commentsTh = {
  title: 'ความเห็น',
  empty: 'ยังไม่มีความเห็น ใช้ถามหรือนัดหมายเรื่องนี้ได้ ทุกคนที่เปิดหน้านี้อ่านได้',
  label: 'เขียนความเห็น',
  hint: 'พิมพ์ @ ตามด้วยชื่อเพื่อแจ้งผู้นั้นทางระบบและอีเมล',
  to: 'แจ้งถึง',
  toNobody: 'ไม่ระบุ',
  send: 'ส่งความเห็น',
  toNames: (names: string) => `แจ้งถึง ${names}`,
  withdraw: 'ถอนความเห็น',
  withdrawSure: 'ข้อความจะไม่แสดงอีก แต่จะยังเห็นว่าเคยมีความเห็นและถอนเมื่อใด',
  withdrawn: (at: string) => `ถอนความเห็นแล้วเมื่อ ${at}`,
  offers: 'รายชื่อที่ตรงกับที่พิมพ์',
  found: (count: number) => `พบ ${count} ชื่อ ใช้ลูกศรขึ้นลงเพื่อเลือก กด Enter เพื่อใส่ชื่อ`,
  done: { commented: 'ส่งความเห็นแล้ว', 'comment-withdrawn': 'ถอนความเห็นแล้ว' },
} as const
