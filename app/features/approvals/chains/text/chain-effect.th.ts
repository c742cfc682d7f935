/** ผลของการเปลี่ยนสายการเห็นชอบ บอกก่อนบันทึก */
export const chainEffectTh = {
  title: 'ผลของสายใหม่',
  look: 'ดูผลก่อนบันทึก',
  none: 'ไม่มีเรื่องที่อยู่ระหว่างทาง',
  underWay: (things: number) => `เรื่องที่อยู่ระหว่างทาง ${things} เรื่อง`,
  thing: 'เรื่อง',
  before: 'ตามสายที่ใช้อยู่',
  after: 'ตามสายใหม่',
  passed: (passed: number, steps: number) => `ผ่าน ${passed} จาก ${steps} ขั้น`,
  noChain: 'ยังไม่มีสาย',
  complete: 'ผ่านครบทุกขั้น',
  notComplete: 'ยังไม่ครบ',
  published: (versions: number) => `ฉบับที่เผยแพร่อยู่ ${versions} ฉบับไม่เปลี่ยนแปลง`,
  notYet: 'ยังไม่ได้บันทึก ตรวจผลแล้วกดบันทึกด้านล่าง',
  usual: 'เติมสายที่ใช้กันทั่วไปไว้ให้แล้ว แก้ไขได้ก่อนบันทึก',
} as const
