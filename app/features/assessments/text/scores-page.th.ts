/** The page on which results of the assessment come in and are shown. */
export const scoresPageTh = {
  title: 'ผลคะแนนการประเมิน',
  lead: 'คะแนนที่นำเข้าพร้อมที่มาของทุกค่า ใช้อ้างในผลการวิเคราะห์และผลลัพธ์ ไม่ต้องพิมพ์ตัวเลขซ้ำ',
  emptyTitle: 'ยังไม่มีผลคะแนน',
  emptyBody:
    'ผลลัพธ์ของประเด็นเทียบคะแนนสองปีได้ต่อเมื่อมีคะแนนของทั้งสองปี เริ่มจากเตรียมไฟล์หนึ่งแถวต่อหนึ่งคะแนน แล้วนำเข้าด้านล่าง',
  tableTitle: (year: number) => `คะแนน ITA ปี พ.ศ. ${year}`,
  years: 'ปีของกรอบการประเมิน',
  columns: { item: 'ข้อ', title: 'ชื่อข้อ', value: 'คะแนน', n: 'ผู้ตอบ', source: 'ที่มา' },
  answered: (answered: number, required: number | null) =>
    required === null ? `${answered}` : `${answered} จาก ${required}`,
  source: (file: string, row: number, day: string) => `${file} แถวที่ ${row} นำเข้า ${day}`,
} as const
