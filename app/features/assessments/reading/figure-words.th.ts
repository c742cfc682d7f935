/** What stands before the number of an indicator, white space left out. */
export const INDICATOR_WORDS = ['คะแนนตัวชี้วัดที่', 'ตัวชี้วัดที่', 'ตัวชี้วัด', 'indicator', 'ind'] as const

/** Names of the total. */
export const TOTAL_WORDS = [
  'รวม',
  'คะแนนรวม',
  'คะแนนรวมทั้งหมด',
  'ผลรวม',
  'ผลคะแนนรวม',
  'คะแนน ITA',
  'ผลคะแนน ITA',
  'คะแนนรวม ITA',
  'คะแนนภาพรวม',
  'ภาพรวม',
  'ผลสรุปการประเมิน',
  'ผลการประเมินภาพรวม',
  'ITA',
  'ITA score',
  'all',
  'total',
  'total score',
  'overall',
  'overall score',
] as const
