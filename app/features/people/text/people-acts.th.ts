import type { PeopleAct } from '../people.policy.ts'

/** What each act of the policy is called: "you may not …", and the rows of the table of permissions. */
export const peopleActsTh = {
  'agency.change': 'แก้ไขข้อมูลหน่วยงาน',
  'unit.read': 'ดูรายการส่วนงาน',
  'unit.change': 'ตั้ง แก้ไข และสิ้นสุดส่วนงาน',
  'person.read': 'ดูรายชื่อบุคคล',
  'person.invite': 'เชิญบุคคลเข้าใช้ระบบ',
  'person.change': 'แก้ไขข้อมูลบุคคล',
  'privileged-person.change': 'แก้ไขข้อมูลหรือส่งคำเชิญใหม่แก่ผู้มีบทบาทอื่นนอกจากผู้รับผิดชอบมาตรการ',
  'person.disable': 'ระงับและยกเลิกการระงับการใช้งานของบุคคล',
  'role.change': 'ให้และสิ้นสุดบทบาทของบุคคล',
  'unit-owner.name': 'กำหนดผู้รับผิดชอบมาตรการของส่วนงาน',
  'roster.import': 'นำเข้ารายชื่อบุคลากร',
  'roster.export': 'ส่งออกรายชื่อบุคลากร',
  'provider.change': 'ตั้งค่าการเข้าสู่ระบบด้วยผู้ให้บริการยืนยันตัวตน',
  'second-factor.reset': 'ล้างการยืนยันตัวตนชั้นที่สองของบุคคลอื่น',
  'session.end': 'ยกเลิกการเข้าสู่ระบบบนอุปกรณ์อื่น',
  'way-to-sign-in.change': 'เปลี่ยนวิธีเข้าสู่ระบบ',
  'reminder.change': 'เปลี่ยนการเตือนและที่อยู่ปฏิทิน',
  'holiday.read': 'ดูวันหยุดราชการ',
  'holiday.change': 'แก้ไขวันหยุดราชการ',
  'permission.read': 'ดูตารางสิทธิ์',
} as const satisfies Record<PeopleAct, string>
