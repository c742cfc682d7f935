import type { Leave, MatrixRoom } from '../permission-matrix.domain.ts'

export const permissionsPageTh = {
  title: 'สิทธิ์',
  said: 'ตารางนี้อ่านจากกฎชุดเดียวกับที่ระบบใช้ตรวจสิทธิ์ทุกครั้ง จึงตรงกันเสมอ',
  command: 'ผู้ดูแลเครื่องแม่ข่ายทำได้ทุกอย่างจากบรรทัดคำสั่ง และทุกการกระทำบันทึกไว้ในบันทึกการตรวจสอบ',
  caption: 'บทบาทใดทำอะไรได้',
  act: 'การดำเนินการ',
  mine: 'บทบาทของท่าน',
  secondFactor: 'ต้องยืนยันตัวตนชั้นที่สอง',
  needed: 'ต้องใช้',
  notNeeded: 'ไม่บังคับ',
  /** `own`: nobody but who it belongs to. */
  leaves: { yes: 'ได้', 'own-unit': 'ส่วนงานของตน', own: 'ของตนเอง', no: 'ไม่ได้' } satisfies Record<
    Leave | 'own',
    string
  >,
  rooms: {
    people: 'หน่วยงาน บุคคล และการเข้าสู่ระบบ',
    catalogue: 'กรอบการประเมิน',
    improvement: 'งานของรอบปีและรายงานประจำปี',
    evidence: 'หลักฐาน',
    assessments: 'ผลการประเมิน',
    approvals: 'การประชุมและการเห็นชอบ',
    disclosure: 'ศูนย์ข้อมูล OIT',
    watch: 'การเฝ้าระวังที่อยู่',
    site: 'เว็บไซต์',
    desk: 'ศูนย์รับเรื่องร้องเรียนบริการ',
    operation: 'สถานะระบบ',
    office: 'กำกับดูแลระบบ',
  } satisfies Record<MatrixRoom, string>,
} as const
