/** Every public page of the example, with a heading or words that prove it is the right one. */
export const PAGES = [
  { path: '/', proof: 'สำนักงานพัฒนารัฐบาลดิจิทัล' },
  { path: '/en', proof: 'Read the whole report' },
  { path: '/reports/2567', proof: 'รายงานผลการดำเนินการเพื่อส่งเสริม' },
  { path: '/en/reports/2567', proof: 'Download the report' },
  { path: '/reports/2567/issues/1', proof: 'กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ' },
  { path: '/reports/2567/issues/7', proof: 'กลไกและมาตรการในการแก้ไขและป้องกันการทุจริต' },
  { path: '/en/reports/2567/issues/2', proof: 'Items cited' },
  { path: '/oit/2568/O28', proof: '100' },
  { path: '/en/oit/2568/O28', proof: 'Every element is there' },
  { path: '/oit/2566/o28', proof: 'ช่องทางแจ้งเรื่องร้องเรียน' },
  { path: '/verify', proof: 'ตรวจจากรหัสบนเอกสาร' },
  { path: '/en/verify', proof: 'By the code on paper' },
  { path: '/sign-in', proof: 'ลืมรหัสผ่าน' },
  { path: '/en/sign-in/forgot', proof: 'Set a new password' },
] as const
