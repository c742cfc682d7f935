import type { PublicGroup } from '../../../web/public-page.ts'

/** Search and site map of the public site. */
export const findingTh = {
  search: {
    title: 'ค้นหาในเว็บไซต์',
    titleOf: (text: string) => `ค้นหา “${text}”`,
    field: 'คำที่ค้นหา',
    hint: 'ค้นในทุกหน้าที่เผยแพร่ ทั้งรายงาน ข้อมูล OIT ข่าว บริการ และข้อมูลเปิด ไม่ต้องเว้นวรรคหรือใส่วรรณยุกต์ให้ตรง',
    go: 'ค้นหา',
    found: (count: number) => `พบ ${count} หน้า`,
    cut: (shown: number) => `แสดง ${shown} หน้าแรก โปรดเพิ่มคำเพื่อให้ตรงขึ้น`,
    none: 'ไม่พบหน้าที่มีครบทุกคำ',
    noneBody: 'โปรดใช้คำที่สั้นลงหรือน้อยคำลง หรือดูจากแผนผังเว็บไซต์',
    toMap: 'แผนผังเว็บไซต์',
    inThai: 'ภาษาไทย',
  },
  map: {
    title: 'แผนผังเว็บไซต์',
    lead: 'ทุกหน้าที่เผยแพร่ จัดตามเรื่อง',
    contents: 'เรื่องในหน้านี้',
    pages: (count: number) => `${count} หน้า`,
    empty: 'ยังไม่มีหน้าที่เผยแพร่',
  },
  groups: {
    start: 'เริ่มต้นและช่องทางติดต่อ',
    service: 'บริการ',
    news: 'ข่าวประชาสัมพันธ์',
    disclosure: 'การเปิดเผยข้อมูล (OIT)',
    report: 'รายงานประจำปี',
    data: 'ข้อมูลเปิด',
    question: 'คำถามที่พบบ่อย',
    policy: 'นโยบายของเว็บไซต์',
    page: 'เกี่ยวกับหน่วยงาน',
    tool: 'เครื่องมือ',
  } satisfies Record<PublicGroup, string>,
  poster: {
    scan: 'สแกนเพื่อเปิดหน้านี้',
    orType: 'หรือพิมพ์ที่อยู่',
    alt: (title: string) => `รหัส QR ของหน้า ${title}`,
  },
} as const
