import type { PeerGroup } from '../among.domain.ts'
import type { PeerTotal } from '../peer.domain.ts'
import type { PeerOrder } from '../peer-list.domain.ts'
import type { Quarter } from '../rank.domain.ts'

export const peersPageTh = {
  title: 'เทียบกับหน่วยงานอื่น',
  lead: 'ผลที่ประกาศแล้วของหน่วยงานอื่น และหน่วยงานนี้อยู่ตรงไหนในประเภทเดียวกัน ในกระทรวง และในหน่วยงานทั้งหมดที่นำเข้า (ทั้งประเทศเมื่อนำเข้าครบ)',
  years: 'ปีของผล',
  emptyTitle: 'ยังไม่มีผลของหน่วยงานอื่น',
  emptyBody:
    'นำเข้าตารางผลที่ประกาศ (XLSX, CSV หรือ JSON) หนึ่งแถวต่อหนึ่งหน่วยงานและปี มีชื่อหน่วยงาน และคะแนนรวมหรือคะแนน IIT, EIT, OIT ถ้ามีรหัส ประเภท กระทรวง จังหวัด คะแนนตัวชี้วัด และระดับ ก็ใช้ได้ด้วย',
  emptySource:
    'ไม่พบไฟล์ข้อมูลเปิดอย่างเป็นทางการของผลรายหน่วยงานทั้งประเทศ จึงต้องคัดจากหน้าประกาศผล หรือส่งออกจากระบบ ITAS แล้วบอกที่มาเมื่อนำเข้า',
  bringIn: 'นำเข้าผลของหน่วยงานอื่น',
  imported: (added: number, corrected: number) =>
    `นำเข้าผลของหน่วยงานอื่นแล้ว เพิ่ม ${added} รายการ แก้ไข ${corrected} รายการ`,
  dropped: 'ยกเลิกไฟล์แล้ว ไม่มีผลใดถูกบันทึก',
  sources: 'ที่มาของข้อมูล',
  source: (fileName: string, note: string | null, day: string) =>
    `${fileName}${note === null ? '' : ` (${note})`} นำเข้า ${day}`,
  groups: 'เทียบในกลุ่ม',
  groupNames: {
    kind: 'ประเภทเดียวกัน',
    ministry: 'กระทรวงเดียวกัน',
    nation: 'ทุกหน่วยงานที่นำเข้า',
  } satisfies Record<PeerGroup, string>,
  measures: {
    total: 'คะแนนรวม',
    IIT: 'IIT ผู้มีส่วนได้ส่วนเสียภายใน',
    EIT: 'EIT ผู้มีส่วนได้ส่วนเสียภายนอก',
    OIT: 'OIT การเปิดเผยข้อมูลสาธารณะ',
  } satisfies Record<PeerTotal, string>,
  indicator: (number: number, title: string) => `ตัวชี้วัดที่ ${number}${title === '' ? '' : ` ${title}`}`,
  ownFromFile: (name: string) => `หน่วยงานนี้คือ “${name}” ในไฟล์`,
  ownFromResults: 'ไม่พบหน่วยงานนี้ในไฟล์ จึงใช้ผลของหน่วยงานที่นำเข้าไว้เอง และยังไม่รู้ประเภทกับกระทรวง',
  ownUnknown: 'ไม่พบหน่วยงานนี้ในไฟล์ และยังไม่มีผลของปีนี้ ค้นชื่อในตารางด้านล่างแล้วเลือก “นี่คือหน่วยงานนี้”',
  forgetOwn: 'เลิกใช้แถวที่เลือก',
  groupUnknown: 'ไฟล์ไม่ได้บอกว่าหน่วยงานนี้อยู่ในกลุ่มใด จึงเทียบในกลุ่มนี้ไม่ได้',
  finding: (group: string, year: number, rank: number, n: number) =>
    `คะแนนรวมปี พ.ศ. ${year} อยู่ลำดับที่ ${rank} จาก ${n} หน่วยงาน (${group})`,
  findingEmpty: (group: string, year: number) => `คะแนนของหน่วยงานอื่น ปี พ.ศ. ${year} (${group})`,
  description: 'แต่ละแถวคือคะแนนหนึ่งอย่างของทุกหน่วยงานในกลุ่ม ตัวเลขทั้งหมดอยู่ในตารางถัดไป',
  ranked: (rank: number, n: number, equal: number) =>
    `ลำดับที่ ${rank} จาก ${n}${equal > 1 ? ` (คะแนนเท่ากัน ${equal} หน่วยงาน)` : ''}`,
  quarters: {
    1: 'กลุ่มสูงสุดหนึ่งในสี่',
    2: 'กลุ่มที่สองจากบน',
    3: 'กลุ่มที่สามจากบน',
    4: 'กลุ่มต่ำสุดหนึ่งในสี่',
    small: 'กลุ่มเล็กกว่า 5 หน่วยงาน ไม่แบ่งเป็นสี่ส่วน',
    spread: 'คะแนนเท่ากันคร่อมหลายส่วน จึงไม่แบ่งเป็นสี่ส่วน',
  } satisfies Record<Quarter, string>,
  noOwn: (n: number) => `ไม่มีคะแนนของหน่วยงานนี้ · หน่วยงานอื่น ${n} แห่ง`,
  nobody: 'ไม่มีคะแนนในไฟล์',
  tieRule:
    'คะแนนเท่ากันได้ลำดับเดียวกัน และข้ามลำดับถัดไปตามจำนวนที่เท่ากัน (1, 2, 2, 4) ค่ากลางคือมัธยฐาน คำนวณจากทุกหน่วยงานในกลุ่มที่มีคะแนน',
  incomplete: (n: number) =>
    `${n} หน่วยงานไม่มีคะแนน EIT ในไฟล์ นับแยกไว้ ไม่รวมในการจัดลำดับ เพราะผลไม่ครบทั้งสามเครื่องมือ`,
  standingTable: 'ลำดับของหน่วยงานนี้ทีละคะแนน',
  columns: {
    measure: 'คะแนน',
    own: 'หน่วยงานนี้',
    median: 'ค่ากลาง',
    rank: 'ลำดับ',
    quarter: 'ส่วนที่อยู่',
    level: 'ระดับ',
    count: 'จำนวน',
    share: 'ร้อยละ',
    name: 'หน่วยงาน',
    kind: 'ประเภท',
    ministry: 'กระทรวง',
    province: 'จังหวัด',
    code: 'รหัส',
    total: 'คะแนนรวม',
    choose: 'เลือก',
  },
  levelsTitle: 'ระดับผลของหน่วยงานทั้งหมดที่นำเข้า',
  noLevel: 'ไม่ทราบระดับ',
  tableTitle: (year: number) => `ผลของหน่วยงาน ปี พ.ศ. ${year}`,
  search: 'ค้นหน่วยงาน',
  searchHint: 'ชื่อ กระทรวง ประเภท หรือจังหวัด',
  find: 'ค้นหา',
  found: (found: number, all: number) => `พบ ${found} จาก ${all} หน่วยงาน`,
  nothing: 'ไม่พบหน่วยงานตามคำค้น',
  orders: 'เรียงตาม',
  orderNames: {
    total: 'คะแนนรวม',
    IIT: 'IIT',
    EIT: 'EIT',
    OIT: 'OIT',
    name: 'ชื่อ',
  } satisfies Record<PeerOrder, string>,
  isOurs: 'หน่วยงานนี้',
  choose: 'นี่คือหน่วยงานนี้',
  pages: 'หน้าของตาราง',
  page: (page: number, pages: number) => `หน้า ${page} จาก ${pages}`,
  earlier: 'ก่อนหน้า',
  later: 'ถัดไป',
  csv: 'ตาราง CSV',
  xlsx: 'ตาราง XLSX',
  svg: 'ภาพ SVG',
  png: 'ภาพ PNG',
}
