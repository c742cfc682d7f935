export const migrateTh = {
  applied: (names: readonly string[]) => `ปรับฐานข้อมูลแล้ว ${names.length} ขั้น: ${names.join(', ')}`,
  upToDate: (number: number, version: string) => `ฐานข้อมูลเป็นปัจจุบันแล้ว (ขั้นที่ ${number} ของโปรแกรมรุ่น ${version})`,
  ownNeedsNone:
    'PostgreSQL ในตัวไม่ใช้ --logins เพราะโปรแกรมสร้างผู้ใช้ของตนเอง โปรดนำ --logins ออก หรือตั้ง DATABASE_OWNER_URL',
  keepThem: (changed: number) =>
    changed === 0
      ? 'โปรดเก็บบรรทัดเหล่านี้ไว้ในการตั้งค่าของโปรแกรม รหัสผ่านแสดงครั้งเดียว'
      : 'รหัสผ่านเดิมใช้ไม่ได้แล้ว โปรดแทนที่บรรทัดเหล่านี้ในการตั้งค่าของโปรแกรมทุกชุด แล้วเปิดโปรแกรมใหม่ รหัสผ่านแสดงครั้งเดียว',
  ownerApart: 'ที่อยู่ของเจ้าของฐานข้อมูลให้ตั้งเป็น DATABASE_OWNER_URL เฉพาะเมื่อเรียก migrate, restore และ move',
  stillOpen: (database: string) =>
    `ผู้ใช้อื่นของเซิร์ฟเวอร์ยังเชื่อมต่อฐานข้อมูล ${database} ได้ ให้เจ้าของฐานข้อมูลเรียก: revoke connect on database "${database}" from public;`,
} as const
