/** How files say that there is no figure. */
export const NO_FIGURE = [
  'ไม่มีข้อมูล',
  'ไม่มี',
  'ไม่ระบุ',
  'ไม่ประเมิน',
  'ไม่ได้ประเมิน',
  'n/a',
  'na',
  'null',
  'none',
  'no data',
] as const
