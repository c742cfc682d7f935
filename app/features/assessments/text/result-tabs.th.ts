/** Pages of the results, as the row of links above each of them names them. */
export const resultTabsTh = {
  label: 'หน้าของผลการประเมิน',
  tabs: {
    overview: 'ภาพรวมรายปี',
    compare: 'เปรียบเทียบปี',
    contradictions: 'ข้อขัดแย้งและข้อเสนอประเด็น',
    checks: 'ตรวจข้อมูล',
    peers: 'หน่วยงานอื่น',
    answers: 'คำตอบแบบสำรวจ',
    import: 'นำเข้าผล',
  },
} as const
