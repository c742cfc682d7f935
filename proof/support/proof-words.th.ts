/** What people of a proof type, and texts that break what is not written with care. */
export const proofWords = {
  progress: 'ดำเนินการตามแผนแล้ว จัดอบรมเจ้าหน้าที่และเผยแพร่ผลบนเว็บไซต์ของหน่วยงาน',
  comment: 'ขอหลักฐานเพิ่มเติมก่อนส่งรายงาน',
  news: 'ประกาศผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส',
  complaint: 'รอคิวที่จุดบริการสองชั่วโมงโดยไม่มีผู้ชี้แจง ขอให้ปรับปรุงการจัดคิว',
  report: 'พบการเรียกรับเงินเพื่อเร่งเอกสาร มีพยานสองคน',
  who: 'เจ้าหน้าที่ฝ่ายจัดซื้อ',
  search: ['คุณธรรม', 'จัดซื้อ', 'รายงาน', 'การร้องเรียน', 'นโยบาย', 'ไม่มีคำนี้แน่นอน'],
  evidence: 'หลักฐานการดำเนินการ',
  /** Texts for fields, from what people write by mistake to what an attacker writes. */
  digits: '๑๒๓๔๕๖๗๘๙๐',
  days: ['๓๑ กุมภาพันธ์ ๒๕๖๘', '31/02/2568', '29/2/2567', '1/1/0001', '๙๙/๙๙/๙๙๙๙', '1/10/99999'],
  marks: `ก${'่้๊๋'.repeat(200)}`,
  /** A vowel without a consonant, sara am taken apart, and the sign that repeats. */
  broken: 'ำ์ิีํา ๆๆๆ ฺฺฺ',
  long: 'ก'.repeat(20_000),
  agency: 'หน่วยงาน',
} as const
