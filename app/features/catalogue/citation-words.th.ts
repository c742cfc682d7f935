/** Words that stand around citations in Thai reports: "ข้อ O14", "e1 และ e2". */
export const citationWords = {
  item: 'ข้อ',
  and: 'และ',
  with: 'กับ',
} as const
