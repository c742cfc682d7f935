import type { ScoreCounts } from '../score-counts.domain.ts'

/** Headings and sentences of the parts that are added to a report: the score summary and the appendix. */
export const reportHeadingsTh = {
  draft: '(ร่าง)',
  measures: 'มาตรการและผลการดำเนินงาน',
  measuresCaption: (issue: number) => `มาตรการและผลการดำเนินงานของประเด็นที่ ${issue}`,
  noMeasures: 'ประเด็นนี้ยังไม่มีมาตรการ',
  noAnalysis: 'ประเด็นนี้ยังไม่มีผลการวิเคราะห์',
  declaredNone: (by: string, day: string) => `ไม่มี (ระบุโดย ${by} เมื่อวันที่ ${day})`,
  sharedWith: (measure: number) => `ใช้ผลลัพธ์ร่วมกับมาตรการที่ ${measure}`,
  runningYear: (year: number) => `ปีงบประมาณ พ.ศ. ${year}`,
  scores: 'สรุปการเปลี่ยนแปลงของคะแนน',
  issueScores: 'คะแนนของประเด็น',
  scoresCaption: (before: number, after: number) =>
    `คะแนน พ.ศ. ${before} และ พ.ศ. ${after} ตามที่รายงานระบุ การเทียบกันได้พิจารณาจากคำถามของทั้งสองปี`,
  scoresFinding: scoresFindingTh,
  number: 'ที่',
  appendix: 'ภาคผนวก',
  verdict: 'ผลการตรวจความครบถ้วน',
  verdictScore: (code: string, year: number, score: number) =>
    `ข้อ ${code} ตามเกณฑ์การประเมิน ITA พ.ศ. ${year}: ${score} คะแนน`,
  verdictNoRule: (code: string, year: number) =>
    `ระบบยังไม่มีเกณฑ์ตรวจความครบถ้วนของข้อ ${code} พ.ศ. ${year} จึงไม่ให้คะแนน`,
  verdictPassed: (passed: number, all: number) => `ผ่าน ${passed} จาก ${all} องค์ประกอบ`,
  verdictTable: 'จำนวนองค์ประกอบตามสถานะ',
  verdictHead: ['องค์ประกอบ', 'มีข้อมูล', 'ใช้ร่วมกัน', 'ระบุว่าไม่มี', 'ขาด', 'ผล'],
  passes: 'ผ่าน',
  fails: 'ไม่ผ่าน',
  failedTable: 'องค์ประกอบที่ยังไม่ผ่าน',
  failedHead: ['ตำแหน่ง', 'เหตุผล', 'สิ่งที่ต้องทำ'],
  findings: 'ข้อสังเกตจากการตรวจทาน',
  findingsNote: 'ข้อสังเกตเป็นเรื่องที่ผู้อ่านอาจสอบถาม ไม่มีผลต่อคะแนนความครบถ้วน และไม่ได้แก้ไขข้อความของรายงาน',
  noFindings: 'ไม่พบข้อสังเกต',
  findingsTable: 'ข้อสังเกตและข้อความหรือตัวเลขที่อ้างถึง',
  findingsHead: ['ตำแหน่ง', 'ข้อสังเกต', 'ข้อความหรือตัวเลขตามรายงาน'],
  faultsTable: 'ข้อความที่ควรตรวจสอบการสะกดหรือถ้อยคำ',
  faultsHead: ['ข้อความตามรายงาน', 'อาจหมายถึง', 'ความแน่ชัด'],
  faultSure: 'ค่อนข้างแน่ชัด',
  faultUnsure: 'ยังไม่แน่ชัด',
  items: 'ความหมายของข้อที่อ้างถึง',
  itemsTable: 'ข้อและตัวชี้วัดที่รายงานอ้างถึง แยกตามปีของกรอบการประเมิน',
  itemsHead: ['ปี', 'ข้อ', 'เรื่อง'],
  itemUnknown: 'ไม่มีในกรอบการประเมินที่มีอยู่ในระบบ',
  indicator: (number: string) => `ตัวชี้วัดที่ ${number}`,
  resolutions: 'มติที่ประชุมที่รายงานกล่าวถึง',
  resolutionsTable: 'มติที่ประชุมเรียงตามวันที่',
  resolutionsHead: ['วันที่', 'การประชุม', 'เรื่อง'],
  meeting: (body: string, number: string) => `${body} ครั้งที่ ${number}`,
  about: { measures: 'มาตรการ', report: 'รายงาน', other: 'เรื่องอื่น' },
  hash: 'ค่าแฮชของเนื้อหา',
  hashNote: 'คำนวณด้วย SHA-256 จากเนื้อหาของรายงานในรูปแบบ JSON มาตรฐาน ผู้ใดก็คำนวณซ้ำได้เพื่อตรวจสอบว่าเนื้อหาไม่ถูกแก้ไข',
} as const

function scoresFindingTh(counts: ScoreCounts): string {
  const { comparable, notComparable, unknown } = counts
  if (comparable + notComparable + unknown === 0) return 'ไม่มีคู่คะแนนที่เทียบกับปีก่อน'
  return [
    comparableFindingTh(counts),
    notComparable > 0 ? `อีก ${notComparable} คู่เทียบกันไม่ได้` : '',
    unknown > 0 ? `อีก ${unknown} คู่ยังไม่ยืนยันว่าเทียบกันได้` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function comparableFindingTh({ comparable, rose, fell, unchanged }: ScoreCounts): string {
  if (comparable === 0) return 'ไม่มีคู่คะแนนที่ยืนยันว่าเทียบกันได้'
  if (rose === comparable)
    return comparable === 1 ? 'คู่คะแนนที่เทียบกันได้ 1 คู่เพิ่มขึ้น' : `คู่คะแนนที่เทียบกันได้เพิ่มขึ้นทั้ง ${comparable} คู่`
  const moves = [
    rose > 0 ? `เพิ่มขึ้น ${rose}` : '',
    fell > 0 ? `ลดลง ${fell}` : '',
    unchanged > 0 ? `เท่าเดิม ${unchanged}` : '',
  ]
  return `คู่คะแนนที่เทียบกันได้ ${comparable} คู่ ${moves.filter((move) => move !== '').join(' ')}`
}
