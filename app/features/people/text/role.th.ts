import type { RoleName } from '../../../kernel/actor.ts'

/** What a role is called, and what who holds it does. */
export const roleTh = {
  names: {
    administrator: 'ผู้ดูแลระบบ',
    'ita-coordinator': 'ผู้ประสานงาน ITA',
    'unit-owner': 'ผู้รับผิดชอบมาตรการ (เจ้าของส่วนงาน)',
    'meeting-secretary': 'เลขานุการการประชุม',
    approver: 'ผู้อนุมัติ',
    executive: 'ผู้บริหาร',
    auditor: 'ผู้ตรวจสอบ',
    'desk-officer': 'เจ้าหน้าที่รับเรื่อง',
  } satisfies Record<RoleName, string>,
  duties: {
    administrator: 'ดูแลบุคคล บทบาท ส่วนงาน และการตั้งค่าของหน่วยงาน',
    'ita-coordinator': 'ดูแลรอบการปรับปรุงทั้งปี และเชิญผู้รับผิดชอบมาตรการ',
    'unit-owner': 'รับผิดชอบมาตรการของส่วนงานของตน',
    'meeting-secretary': 'บันทึกมติที่ประชุม',
    approver: 'อนุมัติรายงานและมาตรการ',
    executive: 'อ่านข้อมูลทั้งหมดของหน่วยงาน',
    auditor: 'อ่านข้อมูลทั้งหมดและบันทึกการตรวจสอบ',
    'desk-officer': 'รับเรื่องจากประชาชนและติดตามผล',
  } satisfies Record<RoleName, string>,
} as const
