/** What the people of a proof write; a mark of their own is added to each. */
export const WRITTEN = {
  progress: 'ความคืบหน้า',
  summary: 'สรุปผลการดำเนินงาน',
  news: 'ข่าวประชาสัมพันธ์',
  ticket: 'รอคิวสองชั่วโมง',
  report: 'เหตุการณ์',
  fileName: 'หลักฐาน.pdf',
} as const
