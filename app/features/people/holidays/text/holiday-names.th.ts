/** Holidays of the state, by the names that the program knows them under. */
export const holidayNamesTh = {
  'new-year': 'วันขึ้นปีใหม่',
  'makha-bucha': 'วันมาฆบูชา',
  chakri: 'วันจักรี',
  songkran: 'วันสงกรานต์',
  coronation: 'วันฉัตรมงคล',
  ploughing: 'วันพระราชพิธีพืชมงคลจรดพระนังคัลแรกนาขวัญ',
  'visakha-bucha': 'วันวิสาขบูชา',
  'queen-birthday': 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี',
  'king-birthday': 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว',
  'asalha-bucha': 'วันอาสาฬหบูชา',
  lent: 'วันเข้าพรรษา',
  'mother-day': 'วันแม่แห่งชาติ',
  navamindra: 'วันนวมินทรมหาราช',
  piya: 'วันปิยมหาราช',
  'father-day': 'วันชาติและวันพ่อแห่งชาติ',
  constitution: 'วันรัฐธรรมนูญ',
  'year-end': 'วันสิ้นปี',
  special: 'วันหยุดราชการเพิ่มเป็นกรณีพิเศษ',
} as const

/** A day that stands for one that fell on a Saturday or Sunday. */
export const insteadOfTh = (name: string): string => `ชดเชย${name}`
