/** Words of which a sheet of measures in Windows-874 holds at least two. */
export const SHEET_WORDS = [
  'มาตรการ',
  'ประเด็น',
  'เริ่ม',
  'สิ้นสุด',
  'ผู้รับผิดชอบ',
  'สรุปผล',
  'กำหนด',
  'งบประมาณ',
] as const
