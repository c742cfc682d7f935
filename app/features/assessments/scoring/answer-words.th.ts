/** Heads of the first two columns of a file of answers, as people write them in Thai. */
export const ANSWER_HEADS = {
  agency: ['หน่วยงาน', 'รหัสหน่วยงาน', 'ชื่อหน่วยงาน'],
  instrument: ['เครื่องมือ', 'แบบ', 'แบบสำรวจ', 'แบบวัด'],
} as const

/** Words by which respondents say that they cannot answer: such an answer is counted apart and has no score. */
export const EXCLUDED_WORDS = [
  'ไม่เคยใช้',
  'ไม่เคยใช้บริการ',
  'ไม่เคยใช้บริการมาก่อน',
  'ไม่เคยใช้บริการ/เปรียบเทียบไม่ได้',
  'เปรียบเทียบไม่ได้',
  'ไม่สามารถเปรียบเทียบได้',
] as const

/** Words of which a file of answers in Windows-874 holds at least two. */
export const ANSWER_WORDS = ['หน่วยงาน', 'เครื่องมือ', 'มากที่สุด', 'น้อยที่สุด', 'ไม่มี', 'ไม่เคย', 'เห็นด้วย'] as const
