import type { ImprovementAct } from '../improvement.policy.ts'

/** What each act of the policy is called. */
export const improvementActsTh = {
  'cycle.import': 'นำเข้ารายงานประจำปี',
  'cycle.read': 'ดูงานของรอบปี',
  'cycle.change': 'เปิดรอบปี คัดลอกรอบปี และแก้ไขข้อมูลรายงาน',
  'cycle.publish': 'เผยแพร่รายงานจากงานของรอบปี',
  'issue.change': 'เพิ่มและแก้ไขประเด็น',
  'outcome.change': 'บันทึกผลลัพธ์ของประเด็น',
  'measure.change': 'เพิ่ม แก้ไข และมอบหมายมาตรการ',
  'measure.report': 'บันทึกความคืบหน้า สรุปผล และส่งตรวจ',
  'measure.review': 'รับผล ขอแก้ไข และเปิดมาตรการใหม่',
  'measure.remind': 'ส่งคำเตือนถึงผู้รับผิดชอบ',
  'comment.write': 'เขียนความเห็น',
  'comment.withdraw': 'ถอนความเห็น',
  'progress.withdraw': 'ถอนบันทึกความคืบหน้า',
} as const satisfies Record<ImprovementAct, string>
