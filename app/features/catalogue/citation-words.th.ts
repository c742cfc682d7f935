/** Words that stand around citations in Thai reports, as patterns: "ข้อ O14", "ข้อที่ O14", "e1 และ e2", "o5 ถึง o10". */
export const citationWords = {
  item: 'ข้อ(?:ที่)?',
  and: 'และ',
  with: 'กับ',
  to: 'ถึง',
} as const
