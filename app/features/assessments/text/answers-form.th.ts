/** Words in the form of a file of answers. The heads of the answers are codes, the same in both languages. */
export const answersFormTh = {
  answers: 'คำตอบ',
  options: 'ตัวเลือก',
  heads: {
    code: 'รหัสข้อ',
    wording: 'ข้อคำถาม',
    number: 'ตัวเลือกที่',
    option: 'ข้อความของตัวเลือก',
    score: 'คะแนน',
    mark: 'หมายเหตุ',
  },
  excluded: 'ไม่นับ',
  unverified: 'ยังไม่ยืนยัน',
} as const
