/** Words of which a file of results in Windows-874 holds at least two. */
export const RESULT_WORDS = [
  'ปี',
  'ข้อ',
  'คะแนน',
  'ผู้ตอบ',
  'ตัวชี้วัด',
  'การประเมิน',
  'หน่วยงาน',
  'ระดับ',
  'ร้อยละ',
  'กระทรวง',
  'จังหวัด',
] as const
