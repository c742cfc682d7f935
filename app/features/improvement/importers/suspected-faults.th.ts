/**
 * Spellings that are probably wrong. `pattern` finds the text; `suspect` is what was probably meant, with `$1`… for groups.
 * `sure` when no other reading makes sense. Doubled words that Thai allows ("เจ้าหน้าที่ที่รับผิดชอบ") are left out.
 */
export const FAULT_PATTERNS: readonly Readonly<{ pattern: string; suspect: string; sure: boolean }>[] = [
  { pattern: 'ประพฤตินิยมชอบ', suspect: 'ประพฤติมิชอบ', sure: true },
  { pattern: '(โปร่งใส|เพิ่ม|มาก|ชัดเจน|สะดวก)มยิ่งขึ้น', suspect: '$1ยิ่งขึ้น', sure: true },
  { pattern: 'แพนผัง(\\S{0,7}?เว็บไซต์)?', suspect: 'แผนผัง$1', sure: true },
  { pattern: '(\\S{0,5}ช่อง)ทางทาง(การ\\S{0,7})', suspect: '$1ทาง$2', sure: true },
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
  { pattern: '(\\S{0,10}ที่ถูก\\S{2,12}) (ผู้\\S{0,4}บริการ)', suspect: '$1โดย$2', sure: false },
  {
    pattern: '(เจ้าหน้า)ที่ที่(?!รับผิดชอบ|เกี่ยวข้อง|ได้รับ|ปฏิบัติ|มี|เป็น|เข้า)(\\S{0,14})',
    suspect: '$1ที่$2',
    sure: false,
  },
  { pattern: '(และ|ของ|ใน|เพื่อ|โดย|ซึ่ง|หรือ|ให้)\\1', suspect: '$1', sure: false },
  { pattern: 'อนุญาติ', suspect: 'อนุญาต', sure: true },
  { pattern: 'ปรากฎ', suspect: 'ปรากฏ', sure: true },
  { pattern: 'สัมนา', suspect: 'สัมมนา', sure: true },
  { pattern: 'เว[็]?ปไซ[ตท]์?', suspect: 'เว็บไซต์', sure: true },
  { pattern: 'คอรัปชั่?น|คอร์รัปชั่น', suspect: 'คอร์รัปชัน', sure: true },
  { pattern: 'กฏหมาย', suspect: 'กฎหมาย', sure: true },
  { pattern: 'โปรงใส', suspect: 'โปร่งใส', sure: true },
]
