import type { OfficeHit } from '../search/office-hits.domain.ts'

/** The search of the office, the palette, and the keys. */
export const searchPageTh = {
  title: 'ค้นหา',
  titleOf: (text: string) => `ค้นหา “${text}”`,
  field: 'คำที่ค้นหา',
  hint: 'ค้นในประเด็น มาตรการ หลักฐาน ระเบียบวาระ มติ และเรื่องที่มีผู้แจ้ง ไม่ต้องเว้นวรรคหรือใส่วรรณยุกต์ให้ตรง คั่นหลายคำด้วยเว้นวรรคเพื่อหาสิ่งที่มีครบทุกคำ',
  go: 'ค้นหา',
  found: (count: number) => `พบ ${count} รายการ`,
  more: 'แสดงเฉพาะรายการแรก โปรดเพิ่มคำเพื่อให้ตรงขึ้น',
  none: 'ไม่พบรายการที่มีครบทุกคำ',
  noneBody: 'โปรดใช้คำที่สั้นลงหรือน้อยคำลง หรือดูจากรายการทั้งหมด',
  toCycles: 'งานของรอบปี',
  toEvidence: 'คลังหลักฐาน',
  issueOf: (year: number, number: string) => `ปีงบประมาณ พ.ศ. ${year} ประเด็นที่ ${number}`,
  measureOf: (year: number, number: string) => `ปีงบประมาณ พ.ศ. ${year} มาตรการที่ ${number}`,
  kinds: {
    page: 'หน้าในระบบ',
    issue: 'ประเด็น',
    measure: 'มาตรการ',
    evidence: 'หลักฐาน',
    agenda: 'ระเบียบวาระและมติ',
    ticket: 'เรื่องที่มีผู้แจ้ง',
  } satisfies Record<OfficeHit['kind'], string>,
  palette: {
    open: 'ไปที่…',
    title: 'ไปที่หน้า ประเด็น มาตรการ หรือหลักฐาน',
    field: 'พิมพ์ชื่อหน้าหรือคำที่ค้นหา',
    results: 'รายการที่พบ',
    none: 'ไม่พบ กด Enter เพื่อค้นหาในหน้าค้นหา',
    failed: 'ค้นหาไม่ได้ในขณะนี้ กด Enter เพื่อเปิดหน้าค้นหา',
    keys: 'ลูกศรขึ้นลงเพื่อเลือก Enter เพื่อเปิด Esc เพื่อปิด',
    close: 'ปิด',
  },
} as const
