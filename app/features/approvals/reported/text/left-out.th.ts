import type { LeftOutWhy } from '../reported-mention.domain.ts'

/** Why nothing was recorded of a resolution that a report speaks of, and what to do. */
export const leftOutTh = {
  said: (body: string, number: string, why: string) => `ไม่ได้บันทึกมติของ${body} ครั้งที่ ${number}: ${why}`,
  why: {
    'no-body': 'อ่านชื่อที่ประชุมไม่ได้ โปรดบันทึกการประชุมและมติในระบบ',
    'no-number': 'อ่านครั้งที่ของการประชุมไม่ได้ โปรดบันทึกการประชุมและมติในระบบ',
    'no-day': 'อ่านวันที่ประชุมไม่ได้ โปรดบันทึกการประชุมและมติในระบบ',
    'no-decision': 'ข้อความไม่ได้ระบุว่าที่ประชุมมีมติอย่างไร โปรดบันทึกมติในระบบ',
    'not-held': 'ระบบมีการประชุมนี้แต่ยังไม่ได้บันทึกว่าประชุมแล้ว โปรดบันทึกว่าประชุมแล้วก่อน จากนั้นบันทึกมติ',
    'other-content': 'มีผู้บันทึกมติของการประชุมนี้ต่อเนื้อหาอีกฉบับหนึ่งแล้ว โปรดตรวจสอบมติที่บันทึกไว้',
    'taken-back': 'มีผู้ถอนมติของการประชุมนี้ต่อรายงานปีนี้แล้ว หากที่ประชุมมีมติต่อเนื้อหานี้จริง โปรดบันทึกมติในระบบ',
  } satisfies Record<LeftOutWhy, string>,
}
