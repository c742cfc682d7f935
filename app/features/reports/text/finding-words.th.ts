import { listed } from '../../../kernel/listed.ts'

// What rests on a row that no source states is not said as a fact.
const asKnown = (isSourced: boolean) => (isSourced ? '' : 'เท่าที่ทราบจากแหล่งข้อมูล ')

/**
 * What a careful reader would ask about, one sentence for each rule. The sentences state what stands in the report and
 * ask for a check; they accuse nobody.
 */
export const findingWordsTh = {
  wholeReport: 'ทั้งรายงาน',
  issue: (issue: number) => `ประเด็นที่ ${issue}`,
  issues: (issues: readonly number[]) => `ประเด็นที่ ${listed(issues, 'และ')}`,
  measures: (issue: number, measures: readonly number[]) =>
    `ประเด็นที่ ${issue} มาตรการที่ ${listed(measures, 'และ')}`,
  part: {
    title: 'ชื่อประเด็น',
    analysis: 'ผลการวิเคราะห์',
    limitations: 'ข้อจำกัด',
    text: 'มาตรการ',
    period: 'ระยะเวลาดำเนินการ',
    owners: 'ผู้รับผิดชอบ',
    summary: 'สรุปผลการดำเนินงาน',
    outcome: 'ผลลัพธ์',
    background: 'ที่มาและความสำคัญ',
    cover: 'หน้าปก',
  },
  inPart: (place: string, part: string) => `${place} (${part})`,
  otherItem: (answers: string, asked: string) =>
    `รายงานระบุว่าจัดทำเพื่อตอบ${answers} แต่ตรวจตามเกณฑ์ของ${asked} ควรตรวจสอบว่าเลือกรายงานและข้อถูกต้อง`,
  otherYear: (fiscalYear: number, asked: string, workYear: number, isSourced: boolean) =>
    `รายงานเป็นของปีงบประมาณ พ.ศ. ${fiscalYear} แต่${asKnown(isSourced)}${asked} ให้รายงานการดำเนินการของปี พ.ศ. ${workYear} ควรตรวจสอบว่ารายงานตรงกับข้อ`,
  issueCount: (announced: number, counted: number) =>
    `ข้อความระบุว่ามี ${announced} ประเด็น แต่รายงานมี ${counted} ประเด็น ควรตรวจสอบว่าประเด็นครบถ้วน`,
  endedBeforeApproval: (written: readonly string[], meeting: string, day: string) =>
    `ระยะเวลาดำเนินการ ${listed(written, 'และ')} สิ้นสุดก่อนวันที่มาตรการได้รับความเห็นชอบ (ครั้งที่ ${meeting} วันที่ ${day}) ควรตรวจสอบว่าระบุช่วงเวลาถูกต้องหรือมีการอนุมัติก่อนหน้านั้น`,
  beganBeforeApproval: (written: readonly string[], meeting: string, day: string) =>
    `ระยะเวลาดำเนินการ ${listed(written, 'และ')} เริ่มก่อนวันที่มาตรการได้รับความเห็นชอบ (ครั้งที่ ${meeting} วันที่ ${day}) ควรตรวจสอบว่าระบุช่วงเวลาถูกต้องหรือมีการอนุมัติก่อนหน้านั้น`,
  approvalNotRecorded: (body: string, meeting: string, day: string) =>
    `รายงานระบุว่า${body} ครั้งที่ ${meeting} วันที่ ${day} มีมติเรื่องนี้แล้ว แต่ยังไม่มีบันทึกมติดังกล่าว ควรบันทึกการประชุมและมติ หรือแก้ข้อความในรายงาน`,
  approvalOtherDay: (meeting: string, written: string, recorded: string) =>
    `รายงานระบุว่าการประชุมครั้งที่ ${meeting} จัดวันที่ ${written} แต่บันทึกการประชุมระบุวันที่ ${recorded} ควรตรวจสอบกับรายงานการประชุมแล้วแก้ให้ตรงกัน`,
  approvalOtherContent: (meeting: string, day: string, shown: string, approved: string) =>
    `มติของการประชุมครั้งที่ ${meeting} วันที่ ${day} เป็นมติต่อเนื้อหาอีกฉบับหนึ่ง (${approved}) ไม่ใช่ฉบับนี้ (${shown}) ควรตรวจสอบส่วนที่ต่างกันแล้วเสนอที่ประชุมอีกครั้ง`,
  measuresChanged: (meeting: string, day: string) =>
    `มาตรการของปีนี้ไม่ตรงกับฉบับที่ได้รับความเห็นชอบล่าสุด (ครั้งที่ ${meeting} วันที่ ${day}) ควรตรวจสอบส่วนที่ต่างกันแล้วเสนอที่ประชุมอีกครั้ง`,
  sameValueTwice: (value: string, year: number, count: number) =>
    `ค่า ${value} ของ พ.ศ. ${year} ปรากฏ ${count} ครั้งภายใต้ชื่อที่ต่างกัน ควรตรวจสอบกับผลการประเมินต้นฉบับว่าเป็นค่าของข้อเดียวกันหรือคัดลอกคลาดเคลื่อน`,
  sameValueSameItem: (value: string, year: number, code: string) =>
    `ค่า ${value} ของ พ.ศ. ${year} ปรากฏภายใต้ชื่อที่ต่างกัน และน่าจะมาจากข้อ ${code} ข้อเดียวกัน ควรตรวจสอบว่าแต่ละชื่อหมายถึงข้อใด`,
  notComparable: (label: string, before: string, after: string, isSourced: boolean) =>
    `“${label}” เทียบ${before} กับ${after} ซึ่ง${asKnown(isSourced)}ถามคนละเรื่อง ส่วนต่างของคะแนนจึงไม่ใช่การเพิ่มหรือลด ควรตรวจสอบว่าจับคู่ถูกข้อ`,
  comparabilityUnknown: (label: string, before: string, after: string) =>
    `“${label}” เทียบ${before} กับ${after} ซึ่งยังไม่มีแหล่งข้อมูลยืนยันว่าถามเรื่องเดียวกัน ควรตรวจสอบถ้อยคำของคำถามทั้งสองปี`,
  ref: (code: string, year: number) => `ข้อ ${code} พ.ศ. ${year}`,
  indicatorRef: (number: string, year: number) => `ตัวชี้วัดที่ ${number} พ.ศ. ${year}`,
  weakNotMeasured: (codes: readonly string[], year: number, nextYear: number, isSourced: boolean) =>
    `ผลการวิเคราะห์ระบุจุดอ่อนตามข้อ ${listed(codes, 'และ')} พ.ศ. ${year} แต่${asKnown(isSourced)}ไม่พบข้อที่ถามเรื่องเดียวกันในกรอบการประเมิน พ.ศ. ${nextYear} ควรตรวจสอบว่าจะติดตามผลด้วยวิธีใด`,
  allRoseNotAllShown: (codes: string, shown: number, cited: number) =>
    `ข้อความระบุว่าเพิ่มขึ้นทุกตัวชี้วัด แต่แสดงคะแนน ${shown} จาก ${cited} ข้อที่ผลการวิเคราะห์อ้างถึง ควรตรวจสอบคะแนนของข้อ ${codes}`,
  riseButFell: (label: string, before: string, after: string) =>
    `ข้อความระบุว่า “${label}” เพิ่มขึ้น แต่ค่าก่อนคือ ${before} และค่าหลังคือ ${after} ซึ่งไม่สูงกว่าเดิม ควรตรวจสอบตัวเลขและข้อความ`,
  evidenceOutsidePeriod: (date: string, read: string, period: string) =>
    `หลักฐานที่ระบุเวลา ${date} (${read}) อยู่นอกระยะเวลาดำเนินการ ${period} ควรตรวจสอบว่าเป็นงานของมาตรการนี้หรือระบุช่วงเวลาถูกต้อง`,
  span: (start: string, end: string) => (start === end ? start : `${start} ถึง ${end}`),
  scoreWithoutSource: (label: string) =>
    `ค่าของ “${label}” ยังไม่ระบุข้อหรือตัวชี้วัดที่วัด หรือแหล่งที่มา ควรตรวจสอบและอ้างแหล่งข้อมูล`,
  absenceWithoutSource: 'ข้อความที่ระบุว่าไม่มีเหตุเกิดขึ้นยังไม่อ้างแหล่งข้อมูล ควรตรวจสอบกับสถิติเรื่องร้องเรียนของปีและระบุแหล่งที่มา',
  outcomeWithoutSource: 'ผลลัพธ์ยังไม่ระบุค่าที่วัดได้หรือแหล่งข้อมูล ควรตรวจสอบและอ้างข้อ ตัวชี้วัด หรือเอกสารที่ใช้เป็นหลักฐาน',
  summaryNotDone:
    'สรุปผลการดำเนินงานระบุเพียงว่ายังไม่ได้ดำเนินการหรือยังไม่แล้วเสร็จ ควรตรวจสอบว่ารายงานถูกปีหรือมีผลการดำเนินงานที่ควรระบุ',
  emptyOutcome: 'ช่องผลลัพธ์ของมาตรการนี้ว่าง และไม่มีผลลัพธ์ร่วมของประเด็นที่ครอบคลุม ควรตรวจสอบและระบุผลลัพธ์',
  suspectedFault: (text: string, suspect: string) =>
    `“${text}” อาจหมายถึง “${suspect}” ควรตรวจสอบกับต้นฉบับ ข้อความเดิมคงไว้โดยไม่ได้แก้ไข`,
} as const
