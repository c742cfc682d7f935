import type { OfficeAct } from '../office.policy.ts'

/** What each act of the policy is called. */
export const officeActsTh = {
  'audit-log.read': 'อ่านบันทึกการตรวจสอบ',
  'audit-log.export': 'ส่งออกบันทึกการตรวจสอบ',
  'outbox.read': 'ดูรายการอีเมลที่รอส่ง',
  'outbox.open': 'เปิดอ่านอีเมลที่รอส่ง',
  'outbox.retry': 'สั่งส่งอีเมลที่ส่งไม่สำเร็จอีกครั้ง',
} as const satisfies Record<OfficeAct, string>
