/** Words of the files of the invented agency. */
export const WORDS = {
  cannotCompare: 'ไม่เคยใช้บริการมาก่อน',
  year: 'ปี',
  item: 'ข้อ',
  score: 'คะแนน',
  agency: 'หน่วยงาน',
  kind: 'ประเภท',
  ministry: 'กระทรวง',
  total: 'คะแนนรวม',
  level: 'ระดับ',
  indicator: 'ตัวชี้วัดที่',
  imagined: 'สมมติ',
  own: 'หน่วยงานสมมติ (ข้อมูลสร้างขึ้น)',
  kinds: ['องค์การมหาชน', 'กรม', 'เทศบาล', 'มหาวิทยาลัย'],
  ministries: ['กระทรวงสมมติ ก', 'กระทรวงสมมติ ข', 'กระทรวงสมมติ ค'],
} as const
