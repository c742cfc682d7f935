import type { CellChange } from '../difference.domain.ts'

/** หน้าความแตกต่างของเนื้อหาสองฉบับ */
export const differencePageTh = {
  title: 'ความแตกต่างของเนื้อหา',
  lead: 'เทียบทีละช่อง ระหว่างเนื้อหาที่เสนอต่อที่ประชุมกับเนื้อหาอีกฉบับหนึ่ง',
  before: 'ฉบับก่อน',
  after: 'ฉบับหลัง',
  now: 'เนื้อหาที่เป็นอยู่ตอนนี้',
  frozen: (day: string) => `เนื้อหาที่บันทึกไว้เมื่อ ${day}`,
  notApproved: 'ยังไม่มีมติเห็นชอบ',
  approvedBy: (cited: string, day: string) => `เห็นชอบโดย ${cited} เมื่อ ${day}`,
  hash: 'ค่าแฮชของเนื้อหา',
  same: 'เนื้อหาสองฉบับนี้เหมือนกันทุกช่อง',
  sameBody: 'ค่าแฮชตรงกัน มติที่เห็นชอบฉบับหนึ่งจึงเป็นมติของอีกฉบับด้วย',
  count: (cells: number) => `แตกต่าง ${cells} ช่อง`,
  /** Where what was approved is not what stands now. */
  mustReturn: 'เนื้อหาที่เห็นชอบกับเนื้อหาตอนนี้ไม่ตรงกัน จึงต้องเสนอเข้าที่ประชุมอีกครั้ง',
  all: (cells: number) => `แสดงทั้ง ${cells} ช่อง`,
  onlyChanged: 'แสดงเฉพาะช่องที่แตกต่าง',
  nothing: 'ไม่มีข้อความ',
  wasNot: 'ไม่มีช่องนี้ในฉบับก่อน',
  isNot: 'ไม่มีช่องนี้ในฉบับหลัง',
  unseen: 'ข้อความเหมือนกัน แต่การเน้นข้อความ การอ้างข้อ หรือข้อมูลในช่องต่างกัน',
  removedWords: 'ตัดออก:',
  addedWords: 'เพิ่ม:',
  toStanding: 'ดูสถานะการเห็นชอบ',
  place: 'เสนอเข้าที่ประชุม',
  changes: {
    same: 'เหมือนเดิม',
    changed: 'แก้ไข',
    unseen: 'แก้ไขในรายละเอียด',
    added: 'เพิ่ม',
    removed: 'ตัดออก',
  } satisfies Record<CellChange, string>,
  noneTitle: 'ยังไม่มีเนื้อหาให้เทียบ',
  noneBody: 'เมื่อเรื่องนี้ผ่านความเห็นชอบของที่ประชุมแล้วและมีการแก้ไข หน้านี้จะแสดงว่าแก้ไขช่องใดบ้าง',
} as const
