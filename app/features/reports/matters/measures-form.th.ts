/** The fixed words of the measures as a paper of a meeting. */
export const measuresForm = {
  issue: (number: number, title: string) => `ประเด็นที่ ${number} ${title}`,
  columns: ['ที่', 'มาตรการ', 'ระยะเวลา', 'ผู้รับผิดชอบ'],
  noMeasures: 'ประเด็นนี้ยังไม่มีมาตรการ',
  noIssues: 'ยังไม่มีประเด็นและมาตรการ',
  contentHash: 'ค่าแฮชของเนื้อหาที่เสนอ',
  page: 'หน้า',
} as const
