type Told = Readonly<{ name: string; title: string }>

/** The letter to who answers for an address. The name of the agency stands in the frame of every letter. */
export const watchAlarmTh = {
  subject: (title: string) => `ผู้ประเมินจะพบปัญหาที่ “${title}”`,
  lead: ({ name, title }: Told) =>
    `เรียน คุณ${name}\nระบบได้เปิดที่อยู่ของ “${title}” เหมือนที่ผู้ประเมินจะเปิด และพบสิ่งที่ต้องแก้ไข`,
  address: (address: string) => `ที่อยู่: ${address}`,
  found: (problem: string, remedy: string) => `• ${problem}\n  ${remedy}`,
  more: (count: number) => `และอีก ${count} เรื่องที่หน้าการเฝ้าระวัง`,
  lastOfHour: 'ในชั่วโมงนี้พบปัญหาหลายที่อยู่ ระบบจะไม่ส่งอีเมลเพิ่ม โปรดดูรายการทั้งหมดที่หน้าการเฝ้าระวัง',
  open: 'ดูสิ่งที่พบและวิธีแก้ไข',
  closing: 'การเฝ้าระวังที่อยู่\nระบบโปร่งใส',
}
