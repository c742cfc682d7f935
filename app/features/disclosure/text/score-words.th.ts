export const scoreWordsTh = {
  whole: 'ข้อมูลตามข้อนี้',
  ungrouped: 'ยังไม่ทราบตัวชี้วัดย่อย',
  given: (count: number) => (count === 1 ? 'มีข้อมูลแล้ว' : `มีข้อมูลแล้ว ${count} รายการ`),
  declared: (text: string) => `ระบุว่าไม่มี: ${text}`,
  missing: (element: string) => `ขาด “${element}”`,
  add: 'โปรดเพิ่มข้อมูล หรือระบุว่าไม่มีพร้อมเหตุผล',
  notSeen: (element: string, address: string) => `ตรวจที่ ${address} แล้วไม่พบ “${element}”`,
  showIt: 'โปรดทำให้หน้านั้นแสดงข้อมูลนี้ แล้วตรวจอีกครั้ง',
  fromReport: 'รายงานที่เผยแพร่มีข้อมูลนี้ครบ',
  reportOf: (year: number) => `รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. ${year}`,
  noReport: 'ยังไม่มีรายงานที่เผยแพร่ซึ่งตอบข้อนี้',
  publishReport: 'โปรดจัดทำและเผยแพร่รายงานที่ตอบข้อนี้',
} as const
