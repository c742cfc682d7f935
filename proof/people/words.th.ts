/** What the people of a proof write; a mark of their own is added to each. */
export const WRITTEN = {
  progress: 'ความคืบหน้า',
  summary: 'สรุปผลการดำเนินงาน',
  news: 'ข่าวประชาสัมพันธ์',
  ticket: 'รอคิวสองชั่วโมง',
  report: 'เหตุการณ์',
  fileName: 'หลักฐาน.pdf',
} as const

/** What they type where more is wanted than a few words. */
export const TYPED = {
  progress: 'ดำเนินการตามแผนแล้ว จัดอบรมเจ้าหน้าที่และเผยแพร่ผลบนเว็บไซต์ของหน่วยงาน',
  comment: 'ขอหลักฐานเพิ่มเติมก่อนส่งรายงาน',
  news: 'ประกาศผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส',
  complaint: 'รอคิวที่จุดบริการสองชั่วโมงโดยไม่มีผู้ชี้แจง ขอให้ปรับปรุงการจัดคิว',
  report: 'พบการเรียกรับเงินเพื่อเร่งเอกสาร มีพยานสองคน',
  who: 'เจ้าหน้าที่ฝ่ายจัดซื้อ',
  search: ['คุณธรรม', 'จัดซื้อ', 'รายงาน', 'การร้องเรียน', 'นโยบาย', 'ไม่มีคำนี้แน่นอน'],
  evidence: 'หลักฐานการดำเนินการ',
} as const
