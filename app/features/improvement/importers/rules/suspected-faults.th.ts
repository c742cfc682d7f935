/**
 * A spelling that is probably wrong. `pattern` finds it and nothing around it; `suspect` is what was probably meant, with
 * `$1`… for groups. `sure` when no other reading makes sense. `before` and `after` are how many words around it a reader
 * needs to know the place; `wholeWords` when the letters alone are no fault inside longer words.
 */
export type FaultPattern = Readonly<{
  pattern: string
  suspect: string
  sure: boolean
  before?: number
  after?: number
  wholeWords?: true
}>

/** Doubled words that Thai allows ("เจ้าหน้าที่ที่รับผิดชอบ", "ของของขวัญ") are left out. */
export const FAULT_PATTERNS: readonly FaultPattern[] = [
  { pattern: 'ประพฤตินิยมชอบ', suspect: 'ประพฤติมิชอบ', sure: true },
  { pattern: '(โปร่งใส|เพิ่ม|มาก|ชัดเจน|สะดวก)มยิ่งขึ้น', suspect: '$1ยิ่งขึ้น', sure: true },
  { pattern: 'แพนผัง', suspect: 'แผนผัง', sure: true, after: 1 },
  { pattern: 'ช่องทางทาง(?=การ)', suspect: 'ช่องทาง', sure: true, before: 1, after: 2 },
  { pattern: 'อย่างไรก็ดีตาม', suspect: 'อย่างไรก็ตาม / อย่างไรก็ดี', sure: true },
  {
    pattern: '(?<![A-Za-z0-9])([ieoIEO])(\\d{1,2})\\s?[-–]\\s?(\\d{1,2})(?![\\d.])',
    suspect: '$1$2-$1$3',
    sure: true,
  },
  { pattern: '(?:สำนักงาน\\s?)?ป\\.ป\\.(?![ชทสง]\\.)[ก-ฮ]\\.', suspect: 'ป.ป.ท. (หรือ ป.ป.ช.)', sure: false },
  {
    pattern: 'บริการ\\S{0,12}เอกสารพร้อมอุปกรณ์เชื่อมต่อ',
    suspect: 'บริการวงจรสื่อสารพร้อมอุปกรณ์เชื่อมต่อ',
    sure: false,
  },
  { pattern: '(ประชาชน(?:และ|หรือ))ผู้ให้บริการ', suspect: '$1ผู้ใช้บริการ', sure: false },
  { pattern: '(ที่ถูก\\S{2,12}) (ผู้\\S{0,4}บริการ)', suspect: '$1โดย$2', sure: false, before: 1 },
  {
    pattern: 'เจ้าหน้าที่ที่(?!รับผิดชอบ|เกี่ยวข้อง|ได้รับ|ปฏิบัติ|มี|เป็น|เข้า)',
    suspect: 'เจ้าหน้าที่',
    sure: false,
    after: 3,
  },
  { pattern: '(และ|ของ|ใน|เพื่อ|โดย|ซึ่ง|หรือ|ให้)\\1', suspect: '$1', sure: false, wholeWords: true },
  { pattern: 'อนุญาติ', suspect: 'อนุญาต', sure: true },
  { pattern: 'ปรากฎ', suspect: 'ปรากฏ', sure: true },
  { pattern: 'สัมนา', suspect: 'สัมมนา', sure: true },
  { pattern: 'เว็?ปไซ[ตท]์?', suspect: 'เว็บไซต์', sure: true },
  { pattern: 'คอรัปชั่?น|คอร์รัปชั่น', suspect: 'คอร์รัปชัน', sure: true },
  { pattern: 'กฏหมาย', suspect: 'กฎหมาย', sure: true },
  { pattern: 'โปรงใส', suspect: 'โปร่งใส', sure: true },
]
