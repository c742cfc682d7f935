/**
 * Values that the metadata of the Thai Government Data Catalog may have, exactly as its lists have them. They are data of an
 * interface in one language, not words of the interface for people.
 */
export const gdcTh = {
  dataTypes: { record: 'ข้อมูลระเบียน', statistic: 'ข้อมูลสถิติ' },
  updateUnits: {
    day: 'วัน',
    week: 'สัปดาห์',
    month: 'เดือน',
    quarter: 'ไตรมาส',
    year: 'ปี',
    irregular: 'อื่นๆ',
  },
  /** What stands beside "other" there. */
  irregular: 'เมื่อมีเรื่องเผยแพร่ใหม่ ไม่กำหนดรอบ',
  other: 'อื่นๆ',
  unknown: 'ไม่ทราบ',
  none: 'ไม่มี',
  publicData: 'ข้อมูลสาธารณะ',
  thai: 'ไทย',
  noEmail: 'ยังไม่ระบุ',
  accessible: 'เผยแพร่ต่อสาธารณะ เข้าถึงได้โดยไม่ต้องลงทะเบียน',
  unitOfMeasure: 'ระบุไว้ในคอลัมน์ของชุดข้อมูล',
  calculation: 'ระบุไว้ในคำอธิบายชุดข้อมูล',
} as const
