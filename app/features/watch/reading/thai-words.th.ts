/** Words of which a text of an agency in the old Thai encoding holds at least two: by them it is told from other bytes. */
export const THAI_WORDS = [
  'การ',
  'ที่',
  'และ',
  'ของ',
  'ใน',
  'เรื่อง',
  'จำนวน',
  'ปี',
  'ชื่อ',
  'วันที่',
  'โครงการ',
  'งบประมาณ',
]
