import type { EvidenceAct } from '../evidence.policy.ts'

/** What each act of the policy is called. */
export const evidenceActsTh = {
  'evidence.read': 'ดูหลักฐานที่ไม่เป็นความลับ',
  'evidence.read-confidential': 'ดูหลักฐานที่เป็นความลับ',
  'evidence.add': 'เพิ่มหลักฐาน',
  'evidence.change': 'แก้ไขและนำหลักฐานออก',
} as const satisfies Record<EvidenceAct, string>
