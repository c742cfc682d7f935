import type { DisclosureAct } from '../disclosure.policy.ts'

export const disclosureActsTh = {
  'disclosure.read': 'ดูศูนย์ข้อมูล OIT',
  'disclosure.change': 'แก้ไขข้อมูลของข้อ OIT',
  'disclosure.assign': 'กำหนดผู้รับผิดชอบ กำหนดวัน และปฏิทินของปีประเมิน',
  'disclosure.publish': 'เผยแพร่ข้อ OIT',
  'disclosure.withdraw': 'ถอนการเผยแพร่ข้อ OIT หรือไฟล์สาธารณะ',
  'disclosure.submit': 'บันทึกการส่งที่อยู่ ผลเบื้องต้น และคำชี้แจง',
} satisfies Record<DisclosureAct, string>
