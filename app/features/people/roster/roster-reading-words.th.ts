import type { RosterColumn } from './roster-column.table.ts'

/** Other heads under which people write a column in Thai. */
export const THAI_HEADS: Readonly<Record<RosterColumn, readonly string[]>> = {
  name: ['ชื่อ', 'ชื่อสกุล', 'ชื่อนามสกุล', 'ชื่อและนามสกุล', 'รายชื่อ'],
  email: ['อีเมล์', 'อีเมลล์', 'ที่อยู่อีเมล'],
  positionTitle: ['ชื่อตำแหน่ง'],
  unitCode: ['รหัสฝ่าย', 'รหัสกอง'],
  unitName: ['ส่วนงาน', 'ฝ่าย', 'กอง', 'สังกัด'],
  parentUnitCode: ['ต้นสังกัด', 'ส่วนงานต้นสังกัด', 'รหัสต้นสังกัด'],
  roles: ['บทบาทในระบบ'],
  from: ['ตั้งแต่', 'เริ่มวันที่', 'วันแรก', 'วันเริ่มต้น'],
  to: ['ถึง', 'วันสุดท้าย', 'วันสิ้นสุด'],
  language: ['ภาษาที่ใช้'],
  agencyCode: ['หน่วยงาน'],
}

export const THAI_ROLES: Readonly<Record<string, string>> = {
  ผู้รับผิดชอบมาตรการ: 'unit-owner',
  เจ้าของส่วนงาน: 'unit-owner',
  ผู้ประสานงาน: 'ita-coordinator',
  เลขานุการ: 'meeting-secretary',
  เจ้าหน้าที่: 'desk-officer',
}

export const THAI_LANGUAGES: Readonly<Record<string, 'th' | 'en'>> = {
  ไทย: 'th',
  ภาษาไทย: 'th',
  อังกฤษ: 'en',
  ภาษาอังกฤษ: 'en',
}

/** Words of which a roster in Windows-874 holds at least two. */
export const ROSTER_WORDS = [
  'ชื่อ',
  'สกุล',
  'อีเมล',
  'ตำแหน่ง',
  'ส่วนงาน',
  'บทบาท',
  'รหัส',
  'วันที่',
  'ภาษา',
  'ผู้',
  'ฝ่าย',
] as const

/** Between the first and the last day of a role. */
export const THAI_UNTIL = 'ถึง'
