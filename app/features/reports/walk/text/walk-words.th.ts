import type { CellPart } from '../cells.domain.ts'

/** What the walk itself says: names of cells, and what is known of each in words. */
export const walkWordsTh = {
  parts: {
    cover: 'หน้าปก',
    background: 'หลักการและเหตุผล',
    criteria: 'เกณฑ์การประเมิน',
    names: 'รายชื่อ',
    title: 'ชื่อประเด็น',
    analysis: 'ผลการวิเคราะห์',
    limitations: 'ข้อจำกัดของหน่วยงาน',
    text: 'มาตรการ',
    period: 'ช่วงเวลาดำเนินการ',
    owners: 'ผู้รับผิดชอบ',
    summary: 'สรุปผลการดำเนินการ',
    outcome: 'ผลลัพธ์',
  } satisfies Record<CellPart, string>,
  ofIssue: (issue: number, part: string) => `ประเด็นที่ ${issue} ${part}`,
  ofMeasure: (issue: number, measure: number, part: string) => `ประเด็นที่ ${issue} มาตรการที่ ${measure} ${part}`,
  ofOutcome: (issue: number, outcome: number, part: string) => `ประเด็นที่ ${issue} ${part}ที่ ${outcome}`,
  report: (year: number) => `รายงานปีงบประมาณ พ.ศ. ${year}`,
  inReport: (place: string, year: number) => `${place} รายงานปีงบประมาณ พ.ศ. ${year}`,
  declaredNone: 'รายงานระบุไว้ว่าไม่มี พร้อมผู้ระบุและวันที่',
  evidence: (count: number) => `มีหลักฐาน ${count} รายการ`,
  evidenceAndConfidential: (count: number, confidential: number) =>
    `มีหลักฐาน ${count} รายการ และหลักฐานที่ไม่เปิดเผยอีก ${confidential} รายการ`,
  confidentialOnly: (count: number) => `มีหลักฐานที่ไม่เปิดเผย ${count} รายการ`,
  noEvidence: 'ไม่มีหลักฐานแนบไว้ในระบบเมื่อเผยแพร่',
  noOwnEvidence: 'เขียนขึ้นในระบบ ไม่มีหลักฐานแนบเป็นรายส่วน',
  scores: (count: number) => `ยกคะแนนที่นำเข้าจากไฟล์ผลการประเมิน ${count} ค่า`,
  fromFile: (fileName: string) => `ข้อความนี้มาจากไฟล์ ${fileName} ที่นำเข้าทั้งฉบับ ระบบไม่มีบันทึกหลักฐานและผู้ส่งของข้อความนี้`,
  beforeProofs: 'รายงานนี้เผยแพร่โดยไม่มีบันทึกที่มาของแต่ละข้อความ ระบบจึงไม่ทราบหลักฐานและผู้ส่งของข้อความนี้',
  empty: 'รายงานไม่มีข้อความในช่องนี้',
  approved: (count: number) => `เนื้อหาฉบับนี้ได้รับความเห็นชอบครบทุกขั้นด้วยมติ ${count} ครั้ง`,
  approvalUnknown: 'รายงานนี้เผยแพร่ก่อนมีสายการเห็นชอบในระบบ จึงไม่มีมติที่ผูกกับเนื้อหาฉบับนี้',
  approvalWithdrawn: 'มติบางครั้งถูกเพิกถอนหลังเผยแพร่',
} as const
