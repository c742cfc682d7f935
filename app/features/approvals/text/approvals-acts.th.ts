import type { ApprovalsAct } from '../approvals.policy.ts'

/** What each act of the policy is called. */
export const approvalsActsTh = {
  'meeting.read': 'ดูการประชุมและมติ',
  'meeting.change': 'จัดทำการประชุมและระเบียบวาระ',
  'matter.place': 'เสนอเรื่องเข้าที่ประชุม',
  'resolution.record': 'บันทึกมติ',
  'resolution.withdraw': 'เพิกถอนรายการมติที่บันทึกผิด',
  'resolution-task.finish': 'ทำงานตามมติให้เสร็จ',
  'chain.change': 'กำหนดที่ประชุมและสายการเห็นชอบ',
  'publication.withdraw': 'ถอนการเผยแพร่',
} as const satisfies Record<ApprovalsAct, string>
