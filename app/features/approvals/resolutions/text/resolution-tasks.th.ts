import type { TaskFilter } from '../task-list.domain.ts'

/** งานตามมติ: conditions and deadlines of resolutions. */
export const resolutionTasksTh = {
  title: 'งานตามมติ',
  lead: 'เงื่อนไขและกำหนดที่ที่ประชุมมีมติไว้ งานของท่านอยู่ก่อน',
  filters: 'เลือกงานที่แสดง',
  filter: { open: 'ยังไม่เสร็จ', late: 'เลยกำหนด', done: 'เสร็จแล้ว' } satisfies Record<TaskFilter, string>,
  list: 'รายการงานตามมติ',
  done: { finished: 'บันทึกว่างานเสร็จแล้ว', reopened: 'เปิดงานอีกครั้งแล้ว' },
  states: { open: 'ยังไม่เสร็จ', late: 'เลยกำหนด', done: 'เสร็จแล้ว', ended: 'ยุติพร้อมมติ' },
  due: (day: string) => `กำหนด ${day}`,
  noDue: 'ไม่มีกำหนด',
  lateSince: (days: number) => `เลยกำหนด ${days} วัน`,
  nobody: 'ไม่ระบุผู้รับผิดชอบ',
  of: 'ตามมติ',
  doneBy: (when: string, who: string) => `เสร็จเมื่อ ${when} บันทึกโดย ${who}`,
  finish: 'บันทึกว่าเสร็จแล้ว',
  finishOf: (text: string) => `บันทึกว่าเสร็จแล้ว ${text}`,
  note: 'หมายเหตุ (ถ้ามี)',
  reopen: 'เปิดงานอีกครั้ง',
  reopenOf: (text: string) => `เปิดงานอีกครั้ง ${text}`,
  errorTitle: 'โปรดแก้ไขก่อนส่งอีกครั้ง',
  kept: 'ข้อความที่พิมพ์ค้างไว้ก่อนออกจากระบบแสดงอยู่ด้านล่าง โปรดตรวจแล้วส่งอีกครั้ง',
  emptyTitle: {
    open: 'ไม่มีงานที่ยังไม่เสร็จ',
    late: 'ไม่มีงานที่เลยกำหนด',
    done: 'ยังไม่มีงานที่เสร็จแล้ว',
  } satisfies Record<TaskFilter, string>,
  empty: 'งานตามมติเกิดจากเงื่อนไขและกำหนดที่ผู้บันทึกมติระบุไว้พร้อมมติในหน้าระเบียบวาระ',
  toMeetings: 'ไปที่การประชุม',
} as const
