/** The Thai words by which the parts of a report are known. Patterns are sources of regular expressions. */

/** Text of a heading, without its emphasis. The first that fits decides; group 1 is a number, `rest` what follows. */
export const HEADING_PATTERNS = {
  issue: '^ประเด็น(?:ที่)?\\s*(\\d{1,3})\\s*(?:[:.)–-]\\s*)?(?<rest>\\S.*)$',
  bareIssue: '^ประเด็นที่\\s*(\\d{1,3})$',
  analysis: '^ผลการวิเคราะห์(?:ปัญหา)?\\s*(?::\\s*(?<rest>.*))?$',
  limitations: '^ข้อจำกัด[^:.]{0,80}(?::\\s*(?<rest>.*))?$',
  background:
    '^(?:ที่มา(?:และความสำคัญ)?|ความเป็นมา(?:และความสำคัญ)?|หลักการและเหตุผล|บทนำ)\\s*(?::\\s*(?<rest>.*))?$',
  issueList: '^(?:ผล)?การวิเคราะห์(?:ผล)?\\S*การประเมิน.{0,120}ประเด็น.{0,20}$',
  criteria: '^ข้อ\\s*[oO]\\s*\\d{1,2}\\b.{0,200}$',
  scoring: '^ระดับคะแนน\\s*:?$',
  /** The part that this program adds to a report: it is made anew each time. */
  added: '^(?:สรุปการเปลี่ยนแปลงของคะแนน|Summary of score changes)$',
  names: '^(?:รายนาม|รายชื่อ)(?:คณะ|ผู้|ที่ปรึกษา).{0,80}$',
  measures:
    '^(?:ตาราง.{0,20})?(?:มาตรการ|ผลการดำเนิน(?:งาน|การ)ตามมาตรการ|แผนการดำเนินงาน)[^\\d.]{0,80}(?::\\s*)?$',
} as const

/** Headers of a table of names. */
export const NAME_HEADERS = '^(?:ลำดับ(?:ที่)?|ที่|ชื่อ.*|ตำแหน่ง.*)$'

/** How many issues the heading above their list announces; group 1. */
export const ANNOUNCED_ISSUES = '(\\d{1,3})\\s*ประเด็น'

/** A title of an issue in the list of issues: "(1) …", "1. …". */
export const LISTED_TITLE = '^\\(?(\\d{1,3})[).]\\s*(\\S.*)$'
/** Above the table of contents. */
export const CONTENTS_HEADING = '^สารบัญ(?:เรื่อง)?$'
export const PAGE_NUMBER = '^(?:หน้า(?:ที่)?\\s*)?(?:[-–]\\s*)?\\d{1,3}(?:\\s*[-–])?(?:\\s*/\\s*\\d{1,3})?$'

export const COVER_PATTERNS = {
  title: '^รายงาน(?:ผล)?',
  agency: '^ของ\\s*\\S',
  year: '^(?:ประจำ)?ปี(?:งบประมาณ)?\\s*(?:[พค]\\.ศ\\.\\s*)?\\d',
  preparedBy: '^(?:จัดทำโดย|ผู้จัดทำ)',
  approval: '^(?:ได้รับความเห็นชอบ|เห็นชอบ|อนุมัติ)',
} as const
export const AGENCY_PREFIX = '^ของ\\s*'
/** Group 1: the abbreviation by which an agency calls itself. */
export const AGENCY_SHORT = 'ของ\\s*([ก-ฮ]{2,6}\\.)(?![ก-๙])'
/** A cover in one line: how it begins, where the agency and where the year begin. */
export const ONE_LINE_COVER = {
  title: '^รายงาน',
  agency:
    'ของ(?=\\s*(?:สำนัก|กรม|กอง|เทศบาล|องค์การ|อบ|มหาวิทยาลัย|จังหวัด|สถาบัน|โรงพยาบาล|ศูนย์|การ(?!ดำเนิน|ประเมิน|ส่งเสริม)))',
  year: 'ประจำปีงบประมาณ',
} as const

/** Group 1: the year as written. */
export const FISCAL_YEAR_STRICT = 'ประจำปีงบประมาณ\\s*(?:[พค]\\.ศ\\.\\s*)?(\\d+)'
export const FISCAL_YEAR_LOOSE = 'ปี(?:งบประมาณ)?\\s*(?:[พค]\\.ศ\\.\\s*)?(\\d{4}|\\d{2})(?!\\d)'
/** Groups: framework year, code. "ตามเกณฑ์การประเมิน ITA ปี 2568 ในประเด็น ข้อ O28". */
export const ANSWERED_ITEM =
  'ITA\\s*(?:ประจำ)?ปี(?:งบประมาณ)?\\s*(?:พ\\.ศ\\.\\s*)?(\\d{2,4})[^\\n]{0,40}?ข้อ\\s*([oO]\\s*\\d{1,2})(?!\\d)'
/** Group 1: the framework year that a text names before it cites. */
export const NAMED_FRAMEWORK = 'ITA\\s*(?:ประจำ)?ปี(?:งบประมาณ)?\\s*(?:พ\\.ศ\\.\\s*)?(\\d{4}|\\d{2})(?!\\d)'
/** Title of the item that a report of this kind answers, in every framework year. */
export const REPORTING_ITEM_TITLE =
  '^(?:รายงานผล)?การดำเนินการ(?:เพื่อ|ตามมาตรการ)ส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน'
/** What stands before a citation that is not in parentheses. */
export const CITATION_LEAD = '(?:ข้อ(?:ที่)?|ตัวชี้วัด|OIT|IIT|EIT|ITA|[-–,/]|และ|ถึง)\\s*$'

export const RESOLUTION = {
  /** Group 1: number of the meeting. What follows is the day. */
  meeting: 'ครั้งที่\\s*(\\d{1,3}(?:\\(\\d{1,3}\\))?\\s*[/-]\\s*(?:\\d{4}|\\d{2}))\\s*(?:เมื่อ\\s*)?(?:วันที่\\s*)?',
  body: '(?:ใน)?(?:คราว)?การประชุม\\s*$',
  /** A word that the name of a body begins with, or follows. */
  bodyStarts: ['ที่ประชุม', 'การประชุม', 'คณะกรรมการ', 'คณะทำงาน', 'คณะอนุกรรมการ', 'คณะผู้บริหาร'],
  meetingWord: 'การประชุม',
  approvesReport: 'เห็นชอบ(?:ร่าง)?รายงาน|รายงาน\\S*\\s*(?:ดังกล่าว)?ได้รับความเห็นชอบ',
  approvesMeasures: 'มาตรการ',
  /** Where a clause of a long text begins. */
  clause: 'อย่างไรก็ตาม|อย่างไรก็ดี|ทั้งนี้|นอกจากนี้|รวมทั้ง|และ(?=ได้)',
} as const

/** A word that opens the name of a unit. */
export const UNIT_WORD =
  '(?:ส่วน|ฝ่าย|กอง|สำนัก|ศูนย์|กลุ่ม|งาน|แผนก|คณะ|หน่วย|เจ้าของ|ผู้|ทุก|รอง|นิติ|สถานี|โรงพยาบาล|โรงเรียน)'
export const AND = 'และ'
/** A period that is a whole fiscal year; group 1 is the year, where written. */
export const WHOLE_YEAR = '^(?:ตลอด(?:ทั้ง)?)?ปี(?:งบประมาณ)?\\s*(?:พ\\.ศ\\.\\s*)?(\\d{2,4})?$'

export const FACTS = {
  points: 'คะแนน',
  percent: 'ร้อยละ',
  /** Between the two values of a pair. */
  to: '(?:(?:เพิ่ม|ลด|สูง|ต่ำ)(?:สูง|มาก)?(?:ขึ้น|ลง)?)?เป็น|→|->',
  /** Before a single value. */
  got: 'ได้(?:รับ)?(?:คะแนน)?|มีคะแนน|คิดเป็น|อยู่ที่(?:ระดับ)?|เท่ากับ',
  /** Before a percentage that is no result: how much something changed by, or what was aimed at. */
  noResult: '(?:(?:เพิ่ม|ลด|สูง|ต่ำ)(?:ขึ้น|ลง)?|กว่า|เป้าหมาย)(?:อีก|ที่)?',
  /** A statement that begins so is of points, though its values have no unit. */
  ofPoints: '^(?:ผล|ระดับ)?คะแนน',
  /** A pair says where it comes from. */
  from: 'จาก',
  /** Words between what was measured and its values, at the end of a text; group 1 is a year. */
  filler: [
    'จาก',
    '(?:ใน|เมื่อ)?ปี(?:งบประมาณ)?\\s{0,4}(?:พ\\.ศ\\.)?\\s{0,4}(25\\d{2}|\\d{2})',
    '(?:ที่|ใน|อยู่ที่)?ระดับ',
    '(?:ที่)?(?:ได้|มี)?(?:ระดับ|ผล)?(?:คะแนน)?(?:ที่)?(?:(?:เพิ่ม|สูง|ลด|ต่ำ)(?:สูง|มาก)?(?:ขึ้น|ลง)|เพิ่ม|ลด)',
    'มี(?:ระดับ|ผล)?คะแนน',
  ],
  /** The year of a value, right after it; group 1. */
  yearAfter: '^\\s{0,4}\\(?(?:ใน)?ปี(?:งบประมาณ)?\\s{0,4}(?:พ\\.ศ\\.)?\\s{0,4}(25\\d{2})',
  /** A lead-in: what was measured is named after it. */
  leadIn: 'พบว่า|ดูได้จาก|เห็นได้จาก|ได้แก่|รวมทั้ง|รวมถึง|นอกจากนี้|ทั้งนี้|ดังนี้|โดยมี|ประกอบด้วย',
  /** What joins a statement to the one before it. */
  joining: '^\\s*(?:(?:และ|,|:)\\s*)*',
  labelHead: '^(?:ระดับ)?ผลการประเมิน(?:ของ)?\\s*',
  absence: 'ไม่(?:มี|พบ|ปรากฏ)(?:ว่ามี)?(?:เรื่อง|ข้อ|การ|กรณี){0,2}(?:ร้องเรียน|ทุจริต)',
  completion:
    'ครบ(?:ถ้วน)?(?:ทุก|ทั้ง)(?:กิจกรรม|มาตรการ|โครงการ|ขั้นตอน|รายการ|แผน)|แล้วเสร็จ(?:ครบถ้วน|ทั้งหมด|ตามแผน)',
  /** Between two statements of one text. */
  clause: 'รวมทั้ง|นอกจากนี้|อย่างไรก็ตาม|ทั้งนี้|ตลอดจน',
} as const

/** Columns of a table of measures, by the whole text of their header. The first that fits decides. */
export const COLUMN_PATTERNS = {
  outcomeScope: '^(?:ขอบเขตของผลลัพธ์|outcome (?:covers|scope))$',
  issueTitle: '^(?:ชื่อประเด็น|issue (?:title|name))$',
  issue: '^(?:ประเด็น(?:ที่)?|ประเด็นการ\\S*|ประเด็น/\\S*|issue(?: no\\.?| number)?)$',
  measureNumber: '^(?:มาตรการที่|ลำดับ(?:ที่)?|ที่|ข้อ|no\\.?|#|measure(?: no\\.?| number)?)$',
  fiscalYear: '^(?:(?:ประจำ)?ปีงบประมาณ(?:\\s*พ\\.ศ\\.)?|fiscal year)$',
  summary: '^(?:(?:สรุป)?ผลการดำเนิน(?:งาน|การ)?\\S*|สรุปผล\\S*|summary.*|results?(?: of .*)?|progress)$',
  outcome: '^(?:ผลลัพธ์.*|ความสำเร็จ.*|ผลสัมฤทธิ์.*|ผลสำเร็จ.*|outcomes?.*|success.*)$',
  period: '^(?:ระยะเวลา.*|ช่วงเวลา.*|กำหนด(?:เวลา|การ).*|period.*|time ?(?:frame|line|span)?)$',
  owners: '^(?:(?:ผู้|หน่วยงาน(?:ที่)?|ส่วนงาน(?:ที่)?|ฝ่าย(?:ที่)?)รับผิดชอบ.*|เจ้าภาพ.*|owners?.*|responsible.*|unit.*)$',
  measure: '^(?:มาตรการ.*|ขั้นตอน(?:/วิธีการ)?|กิจกรรม.*|โครงการ/\\S*|measures?.*|activit(?:y|ies).*|action.*)$',
} as const
export type ColumnKey = keyof typeof COLUMN_PATTERNS

/** How a column is named to people when it is missing. */
export const COLUMN_NAMES: Readonly<
  Record<'issue' | 'measure' | 'period' | 'owners' | 'summary' | 'outcome', string>
> = {
  issue: 'ประเด็น',
  measure: 'มาตรการ/ขั้นตอน/วิธีการปฏิบัติ',
  period: 'ระยะเวลาดำเนินการ',
  owners: 'ผู้รับผิดชอบ',
  summary: 'สรุปผลการดำเนินงาน',
  outcome: 'ผลลัพธ์หรือความสำเร็จของการดำเนินการ',
}
export const COLUMN_NAMES_EN: typeof COLUMN_NAMES = {
  issue: 'Issue',
  measure: 'Measure',
  period: 'Period',
  owners: 'Responsible unit',
  summary: 'Summary of results',
  outcome: 'Outcome or success',
}

/** What this program's own sheets say of a cell that nobody filled in. */
export const EXPORTED_EMPTY = ['ยังไม่ได้กรอก', 'Not filled in'] as const

/** A cell declared none, as this program's reports and sheets print it. Groups: by whom, on which day. */
export const DECLARED_NONE = {
  th: '^ไม่มี \\(ระบุโดย (.{1,200}) เมื่อวันที่ (.{1,40})\\)$',
  en: '^None \\(declared by (.{1,200}) on (.{1,40})\\)$',
} as const

/** Frequent words: text decoded from a Thai code page holds several of them. */
export const FREQUENT_WORDS = [
  'การ',
  'ที่',
  'และ',
  'ของ',
  'ใน',
  'ผล',
  'ให้',
  'มี',
  'เป็น',
  'ประเด็น',
  'มาตรการ',
] as const
