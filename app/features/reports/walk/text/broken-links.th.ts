/** What the office is told of links in the walk that no longer hold. */
export const brokenLinksTh = {
  heading: 'ที่มาที่ใช้ยืนยันไม่ได้แล้ว',
  lead: 'ข้อความที่เผยแพร่ไม่เปลี่ยน แต่สิ่งที่ใช้ยืนยันต่อไปนี้เปลี่ยนไปหลังเผยแพร่ หน้าสาธารณะแสดงตามจริง โปรดต่ออายุ นำกลับ หรือแก้ไขที่ต้นทาง',
  none: 'ระบบตรวจทุกวัน ยังไม่พบหลักฐานหรือมติที่ใช้ยืนยันไม่ได้',
  foundOn: (day: string) => `พบเมื่อ ${day}`,
  whole: 'ทั้งรายงาน',
  resolution: 'มติที่ถูกเพิกถอน',
  confidential: 'หลักฐานที่ไม่เปิดเผย',
} as const
