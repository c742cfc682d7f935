import type { ColumnMeaning } from './mapping.domain.ts'

/** Heads under which files write a column, by what it is. Of nested JSON the last key of the path is looked up. */
export const HEADS: readonly (readonly [means: ColumnMeaning, heads: readonly string[]])[] = [
  [
    'agencyName',
    [
      'หน่วยงาน',
      'ชื่อหน่วยงาน',
      'คณะ/หน่วย',
      'คณะ/หน่วยงาน',
      'ส่วนราชการ',
      'หน่วยงานภาครัฐ',
      'agency name',
      'organization',
      'unit',
    ],
  ],
  ['agencyCode', ['รหัสหน่วยงาน', 'agency code', 'agency id', 'organization code']],
  ['agencyKind', ['ประเภท', 'ประเภทหน่วยงาน', 'กลุ่มหน่วยงาน', 'agency type', 'agency kind', 'type', 'kind']],
  ['ministry', ['กระทรวง', 'สังกัด', 'กระทรวงที่สังกัด', 'ministry']],
  ['province', ['จังหวัด', 'province']],
  [
    'year',
    [
      'ปี',
      'ปี พ.ศ.',
      'พ.ศ.',
      'ปีการประเมิน',
      'ปีงบประมาณ',
      'ปีงบประมาณ พ.ศ.',
      'year',
      'framework year',
      'fiscal year',
    ],
  ],
  ['instrument', ['แบบ', 'แบบ/ค่าน้ำหนัก (ร้อยละ)', 'แบบวัด', 'แบบประเมิน', 'เครื่องมือ', 'instrument']],
  ['item', ['ข้อ', 'ข้อคำถาม', 'รหัส', 'รหัสข้อ', 'ตัวชี้วัด', 'ชื่อตัวชี้วัด', 'item', 'item code', 'code', 'indicator']],
  [
    'value',
    [
      'คะแนน',
      'คะแนนที่ได้',
      'ผลคะแนน',
      'ร้อยละ',
      'คะแนนร้อยละ',
      'ผลประเมิน',
      'ผลประเมิน Pre-Assessment',
      'ค่าคะแนน',
      'score',
      'value',
      'percent',
    ],
  ],
  ['nAnswered', ['ผู้ตอบ', 'จำนวนผู้ตอบ', 'answered', 'n answered', 'n']],
  ['nRequired', ['ต้องตอบ', 'จำนวนที่ต้องตอบ', 'กลุ่มตัวอย่าง', 'required', 'n required']],
  ['level', ['ระดับ', 'ระดับผลการประเมิน', 'ผลระดับ', 'ระดับคะแนน', 'level', 'rate', 'rating', 'grade']],
]

/** Heads that are an order as often as a rank: an item only where nothing else is, and what stands there are numbers. */
export const ORDERS = ['order', 'no', 'ลำดับ', 'ลำดับที่', 'อันดับ', 'ที่'] as const
/** Heads of a name that belongs to whatever the row is of. */
export const NAMES = ['name', 'ชื่อ', 'title'] as const
/** A head under which some files write the name of the agency, and some its code. */
export const AGENCY = ['agency'] as const
