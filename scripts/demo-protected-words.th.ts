/** Who holds keys in the demo, by their role among the people of the demo. */
export const demoHolders = [
  {
    role: 'auditor',
    kind: 'recipient',
    roleTh: 'ผู้ตรวจสอบภายใน (ข้อมูลตัวอย่าง)',
    roleEn: 'Internal auditor (example)',
    step: '1',
  },
  {
    role: 'executive',
    kind: 'recipient',
    roleTh: 'ประธานคณะกรรมการจริยธรรม (ข้อมูลตัวอย่าง)',
    roleEn: 'Chair of the ethics committee (example)',
    step: '2',
  },
  {
    role: 'meeting-secretary',
    kind: 'custodian',
    roleTh: 'ผู้รักษากุญแจตัวตนคนที่หนึ่ง (ข้อมูลตัวอย่าง)',
    roleEn: 'First custodian of identities (example)',
    step: '1',
  },
  {
    role: 'approver',
    kind: 'custodian',
    roleTh: 'ผู้รักษากุญแจตัวตนคนที่สอง (ข้อมูลตัวอย่าง)',
    roleEn: 'Second custodian of identities (example)',
    step: '1',
  },
] as const

/** Everybody can read it: for looking at the demo alone. */
export const demoPassphrase = 'สวนหลังบ้านมีมะม่วงสามต้นกับแมวหนึ่งตัว'
